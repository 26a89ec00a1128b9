import type { DisclosurePolicy } from '@peo/disclosure'
import { type Column, NO_ANSWER, NOT_ASKED, type VariableCodes, type WaveData } from '@peo/tabulation'
import { randomNumbers } from './random-numbers.ts'

/** What a made-up wave is like. */
export interface WaveSize {
  readonly respondents: number
  readonly questions: number
  /** Whether it has weights, which then follow from the sector. */
  readonly weighted: boolean
}

const codesOf = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`)
const variable = (code: string, categories: readonly string[]): VariableCodes => ({
  code,
  categories,
  nets: [],
})

/** Shares of the categories of background variables. */
const shares = {
  sector: [0.4, 0.3, 0.2, 0.1],
  ervaring: [0.15, 0.25, 0.25, 0.35],
  werkgebied: [0.3, 0.2, 0.12, 0.1, 0.08, 0.07, 0.05, 0.04, 0.02, 0.02],
}

const weightOfSector = [0.8, 1, 1.15, 1.5]

const background = [
  variable('sector', codesOf(4)),
  variable('ervaring', codesOf(4)),
  variable('organisatie', codesOf(8)),
  variable('werkgebied', codesOf(10)),
]

const breakdowns = [
  ...background.map(({ code }) => [code]),
  ['sector', 'ervaring'],
  ['sector', 'werkgebied'],
  ['ervaring', 'organisatie'],
]

/** A wave like the survey's, and what is released of it; its answers follow from its size. */
export function disclosureWave({ respondents: size, questions, weighted }: WaveSize) {
  const random = randomNumbers(size)
  const sector = choices(size, random, shares.sector)
  // Each sector has two organisations.
  const organisatie = sector.map((code) => 2 * code + Math.floor(2 * random()))
  const asked = route(drawQuestions(size, questions, random))
  const data: WaveData = {
    wave: 'peo-drawn',
    size,
    variables: new Map([...background, ...asked.map(([one]) => one)].map((one) => [one.code, one])),
    columns: new Map([
      ['sector', single(sector)],
      ['ervaring', single(choices(size, random, shares.ervaring))],
      ['organisatie', single(organisatie)],
      ['werkgebied', single(choices(size, random, shares.werkgebied))],
      ...asked.map(([{ code }, column]) => [code, column] as const),
    ]),
    ...(weighted && { weights: Float64Array.from(sector, (code) => weightOfSector[code]!) }),
  }
  const policy: DisclosurePolicy = {
    minimumGroupSize: 5,
    background: background.map(({ code }) => code),
    questions: asked.map(([{ code }]) => code),
    breakdowns,
  }
  return { data, policy }
}

const single = (codes: Uint8Array): Column => ({ kind: 'single', codes })

/** So many draws of a category, by the share of each. */
function choices(size: number, random: () => number, shares: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: size }, () => {
    const point = random()
    let below = 0
    for (const [place, share] of shares.entries()) {
      below += share
      if (point < below) return place
    }
    return shares.length - 1
  })
}

type Question = readonly [VariableCodes, Column]

/** Of ten questions one asks a number, one several options, and eight one of four to six categories. */
function drawQuestions(size: number, questions: number, random: () => number): Question[] {
  // Who is content with one thing is so with others.
  const mood = Float64Array.from({ length: size }, () => random())
  const answers = (count: number, skew: number) =>
    Uint8Array.from(mood, (own) =>
      random() < 0.03 ? NO_ANSWER : Math.floor(count * (0.6 * random() + 0.4 * own) ** skew),
    )
  return codesOf(questions).map((number, index): Question => {
    const code = `vraag${number}`
    if (index % 10 === 0) {
      const levels = Float64Array.from(codesOf(10), Number)
      return [variable(code, []), { kind: 'levels', levels, codes: answers(10, 0.5) }]
    }
    if (index % 10 === 1) {
      const answered = answers(1, 1)
      const option = (place: number) =>
        answered.map((one) => (one === NO_ANSWER ? one : Number(random() < 0.5 / (place + 1))))
      const options = Array.from({ length: 8 }, (_, place) => option(place))
      return [variable(code, codesOf(8)), { kind: 'multiple', options }]
    }
    const categories = codesOf(4 + (index % 3))
    const nets = [{ code: 'wel', categories: categories.slice(0, 2) }]
    return [{ code, categories, nets }, single(answers(categories.length, 0.6 + (index % 7) / 4))]
  })
}

/** Puts the fourth question only to those who gave one of the first three answers to the third. */
function route(questions: readonly Question[]): Question[] {
  const [gate, gateColumn] = questions[2]!
  return questions.map(([asked, column], index): Question => {
    if (index !== 3 || column.kind !== 'single' || gateColumn.kind !== 'single') return [asked, column]
    const codes = column.codes.map((code, one) => (gateColumn.codes[one]! < 3 ? code : NOT_ASKED))
    return [{ ...asked, askedIf: { variable: gate.code, in: ['1', '2', '3'] } }, single(codes)]
  })
}
