import type { DisclosurePolicy } from '@peo/disclosure'
import { type Column, NO_ANSWER, NOT_ASKED, type WaveData } from '@peo/tabulation'
import type { CodebookVariable } from './codebook.ts'
import type { Respondent } from './respondent.ts'
import type { TrueWave } from './true-wave.ts'
import type { Weighting } from './weight-classes.ts'

/** A wave built to be hard to protect. */
export type HardWave = TrueWave & { readonly policy: DisclosurePolicy }

type Random = () => number

/** Numbers from 0 to 1 that follow from a seed (Park and Miller's generator, 1988). */
export function seeded(seed: number): Random {
  let state = ((seed * 2654435761) % 2147483646) + 1
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  for (let warm = 0; warm < 5; warm++) next()
  return next
}

const asked = (code: string, categories: readonly string[], more: Partial<CodebookVariable> = {}) => ({
  code,
  measurement: 'NOMINAL' as const,
  background: false,
  categories,
  nets: [],
  askedIf: null,
  minimum: null,
  maximum: null,
  ...more,
})

const organisations: Readonly<Record<string, readonly string[]>> = {
  north: ['n1', 'n2', 'n3'],
  south: ['s1', 's2'],
  east: ['e1'],
}

/** Organisations nested in sectors, nets, routing, several answers, numbers; pairs and areas in some waves. */
function variablesOf(random: Random): CodebookVariable[] {
  const background = { background: true }
  const area = asked('area', ['city', 'coast', 'inland', 'isle'], {
    ...background,
    nets: [{ code: 'land', categories: ['city', 'inland'] }],
  })
  return [
    asked('sector', Object.keys(organisations), background),
    asked('organisation', Object.values(organisations).flat(), background),
    ...(random() < 0.6 ? [area] : []),
    asked('space', ['1', '2', '3', '4'], {
      measurement: 'ORDINAL',
      nets: [{ code: 'insufficient', categories: ['3', '4'] }],
    }),
    asked('pressure', ['high', 'middle', 'low']),
    asked('causes', ['rules', 'hours', 'travel'], {
      measurement: 'MULTIPLE',
      askedIf: { variable: 'pressure', categories: ['high', 'middle'] },
    }),
    asked('joy', [], { measurement: 'NUMERIC', minimum: 1, maximum: 5 }),
  ]
}

/** A wave of 20 to 80 respondents: tiny, empty and unanimous groups, rare answers, questions left open. */
export function hardWave(seed: number): HardWave {
  const random = seeded(seed)
  const variables = variablesOf(random)
  const background = variables.filter((variable) => variable.background).map(({ code }) => code)
  const pair = random() < 0.4 && background.includes('area') ? [['sector', 'area']] : []
  const size = 20 + Math.floor(random() * 60)
  const unanimous = pick(Object.values(organisations).flat(), random)
  const open = random() < 0.5 ? 0 : 0.04
  const respondents = Array.from({ length: size }, () => respond(variables, random, unanimous, open))
  const crooked = ['', ...Object.keys(organisations)].map((code) => [code, 0.5 + random()] as const)
  const codebook = {
    wave: `hard-${seed}`,
    minimumGroupSize: 5,
    respondents: size,
    breakdowns: [...background.map((code) => [code]), ...pair],
    variables,
  }
  return {
    codebook,
    respondents,
    weighting: random() < 0.4 ? weightBySector(respondents, Object.fromEntries(crooked)) : null,
    policy: {
      minimumGroupSize: 5,
      background,
      questions: variables.filter((variable) => !variable.background).map(({ code }) => code),
      breakdowns: codebook.breakdowns,
    },
  }
}

/** Weights by sector, divided by their mean. */
function weightBySector(
  respondents: readonly Respondent[],
  crooked: Readonly<Record<string, number>>,
): Weighting {
  const weightOf = (respondent: Respondent) => crooked[String(respondent.sector ?? '')]!
  const mean = respondents.reduce((sum, respondent) => sum + weightOf(respondent), 0) / respondents.length
  const weights = Object.entries(crooked).map(([code, weight]) => [code, Number((weight / mean).toFixed(4))])
  return { variable: 'sector', weights: Object.fromEntries(weights) }
}

/** Halving odds: the first are common, the last rare. */
function pick(codes: readonly string[], random: Random): string {
  return codes.find(() => random() < 0.5) ?? codes.at(-1)!
}

function respond(
  variables: readonly CodebookVariable[],
  random: Random,
  unanimous: string,
  open: number,
): Respondent {
  const answers: Record<string, string | string[]> = {}
  for (const { code, measurement, categories, askedIf } of variables) {
    if (askedIf !== null && !askedIf.categories.includes(String(answers[askedIf.variable]))) continue
    if (random() < open) continue
    const sector = answers.sector
    if (measurement === 'MULTIPLE') answers[code] = categories.filter(() => random() < 0.4)
    else if (measurement === 'NUMERIC') answers[code] = String(1 + Math.floor(random() * random() * 5))
    else if (code === 'organisation') answers[code] = pick(organisations[String(sector ?? 'north')]!, random)
    else if (code === 'space' && answers.organisation === unanimous) answers[code] = '2'
    else answers[code] = pick(categories, random)
  }
  return answers
}

/** The wave as a release holds it. */
export function dataOf({ codebook, respondents, weighting }: TrueWave): WaveData {
  const { wave, variables, respondents: size } = codebook
  const weightOf = (respondent: Respondent) =>
    weighting!.weights[String(respondent[weighting!.variable] ?? '')]!
  return {
    wave,
    size,
    variables: new Map(
      variables.map(({ code, categories, nets, askedIf }) => [
        code,
        {
          code,
          categories,
          nets,
          ...(askedIf && { askedIf: { variable: askedIf.variable, in: askedIf.categories } }),
        },
      ]),
    ),
    columns: new Map(variables.map((variable) => [variable.code, columnOf(variable, respondents)])),
    ...(weighting && { weights: Float64Array.from(respondents, weightOf) }),
  }
}

function columnOf(
  { code, measurement, categories, askedIf }: CodebookVariable,
  respondents: readonly Respondent[],
): Column {
  const codes = (read: (answer: string | readonly string[]) => number) =>
    Uint8Array.from(respondents, (respondent) => {
      const answer = respondent[code]
      if (answer !== undefined) return read(answer)
      const leads = askedIf === null || askedIf.categories.includes(String(respondent[askedIf.variable]))
      return leads ? NO_ANSWER : NOT_ASKED
    })
  if (measurement === 'MULTIPLE')
    return {
      kind: 'multiple',
      options: categories.map((option) => codes((named) => Number(named.includes(option)))),
    }
  if (measurement === 'NUMERIC')
    return {
      kind: 'numeric',
      values: Float64Array.from(respondents, (respondent) => Number(respondent[code] ?? 0)),
      presence: codes(() => 0),
    }
  return { kind: 'single', codes: codes((answer) => categories.indexOf(String(answer))) }
}
