import { ANSWERED, type Fact, WEIGHT } from './fact.ts'
import type { LinearProgram, Row } from './linear-program.ts'
import { isOf, type Side } from './side.ts'
import type { Weighting } from './weight-classes.ts'

/** A combination of categories of the grouping sides, and how many respondents it has where that is known. */
export interface Profile {
  readonly values: readonly string[]
  readonly size: number | null
}

/** How many respondents of each profile gave each answer: what an attacker wants to know. */
export interface System {
  readonly question: Side
  readonly by: readonly Side[]
  readonly profiles: readonly Profile[]
  /** Place `profile * question.values.length + answer` counts those of a profile that gave an answer. */
  readonly program: LinearProgram
  /** The facts that say something of these unknowns. */
  readonly facts: readonly Fact[]
}

/** What an attacker knows besides the facts. */
export interface Knowledge {
  readonly respondents: number
  readonly weighting: Weighting | null
  /** Everybody's background, or null: then any combination of categories may have anyone. */
  readonly profiles: readonly Profile[] | null
}

/** Writes down all that facts tell of a question, by the sides that single respondents out. */
export function systemOf(
  facts: readonly Fact[],
  question: Side,
  by: readonly Side[],
  { respondents, weighting, profiles: known }: Knowledge,
): System {
  const profiles = known ?? combinations(by).map((values) => ({ values, size: null }))
  const width = question.values.length
  const all = (profile: number) => question.values.map((_, answer) => profile * width + answer)
  const sizes = profiles.flatMap(({ size }, index): Row[] =>
    size === null ? [] : [{ places: all(index), low: size, high: size }],
  )
  const everyone = { places: profiles.flatMap((_, index) => all(index)), low: respondents, high: respondents }
  const excluded = notAsked(question, by, profiles).map((place) => ({ places: [place], low: 0, high: 0 }))
  const codes = new Set([question.code, WEIGHT, ...by.map(({ code }) => code)])
  const used = facts.flatMap((fact) => {
    if (!Object.keys(fact.of).every((code) => codes.has(code))) return []
    const row = rowOf(fact, question, by, profiles, weighting)
    return row === undefined ? [] : [{ fact, row }]
  })
  return {
    question,
    by,
    profiles,
    program: {
      unknowns: profiles.length * width,
      rows: [everyone, ...sizes, ...excluded, ...used.map(({ row }) => row)],
    },
    facts: used.map(({ fact }) => fact),
  }
}

/** Which profiles a fact is about; undefined where it names a variable that is none of the sides. */
export function profilesOf(
  fact: Fact,
  question: Side,
  by: readonly Side[],
  profiles: readonly Profile[],
  weighting: Weighting | null,
): number[] | undefined {
  const { [WEIGHT]: weight, [question.code]: _, ...groups } = fact.of
  const places = Object.keys(groups).map((code) => by.findIndex((side) => side.code === code))
  const weighed = by.findIndex((side) => side.code === weighting?.variable)
  if (places.includes(-1) || (weight !== undefined && weighed === -1)) return undefined
  const tests = Object.values(groups).map((category, index) => {
    const place = places[index]!
    const fits = by[place]!.values.map((value) => isOf(by[place]!, value, category))
    return { place, fits }
  })
  if (tests.some(({ fits }) => fits.includes(undefined))) return undefined
  const members = tests.map(({ place, fits }) => ({
    place,
    values: new Set(by[place]!.values.filter((_, value) => fits[value])),
  }))
  return profiles.flatMap(({ values }, index) =>
    members.every(({ place, values: fit }) => fit.has(values[place]!)) &&
    (weight === undefined || String(weighting!.weights[values[weighed]!]) === weight)
      ? [index]
      : [],
  )
}

function rowOf(
  fact: Fact,
  question: Side,
  by: readonly Side[],
  profiles: readonly Profile[],
  weighting: Weighting | null,
): Row | undefined {
  if (fact.sum === 'weights' || fact.sum === 'effective') return undefined
  if (fact.sum !== 'respondents' && !question.numeric) return undefined
  const answer = fact.of[question.code]
  const fits = question.values.map((value) => answer === undefined || isOf(question, value, answer))
  if (fits.includes(undefined)) return undefined
  const members = profilesOf(fact, question, by, profiles, weighting)
  if (members === undefined) return undefined
  const answers = question.values.flatMap((value, index) => {
    const times = amount(fact.sum, value)
    return fits[index] && times !== 0 ? [{ index, times }] : []
  })
  const width = question.values.length
  return {
    places: members.flatMap((profile) => answers.map(({ index }) => profile * width + index)),
    coefficients: members.flatMap(() => answers.map(({ times }) => times)),
    low: fact.low,
    high: fact.high,
  }
}

function amount(sum: Fact['sum'], value: string): number {
  if (sum === 'numbers') return Number(value)
  if (sum === 'squares') return Number(value) ** 2
  if (typeof sum === 'object') return Number(Number(value) <= sum.atMost)
  return 1
}

/** Places that the routing excludes: the questionnaire tells everyone that nobody is there. */
function notAsked(question: Side, by: readonly Side[], profiles: readonly Profile[]): number[] {
  const width = question.values.length
  const byQuestion = by.findIndex(({ code }) => code === question.askedIf?.variable)
  const byOther = by.findIndex((side) => side.askedIf?.variable === question.code)
  return profiles.flatMap(({ values }, profile) =>
    question.values.flatMap((answer, index) => {
      const unasked =
        (byQuestion !== -1 && answer !== '' && !question.askedIf!.categories.includes(values[byQuestion]!)) ||
        (byOther !== -1 && values[byOther] !== '' && !by[byOther]!.askedIf!.categories.includes(answer))
      return unasked ? [profile * width + index] : []
    }),
  )
}

/** Every combination of one value per side. */
export function combinations(sides: readonly Side[]): string[][] {
  return sides.reduce<string[][]>(
    (all, { values }) => all.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  )
}

/** The facts that hold of everyone where a question was answered by all: then its bases are sizes of groups. */
export function sizesFromBases(
  facts: readonly Fact[],
  questions: readonly string[],
  respondents: number,
): Fact[] {
  const complete = questions.filter((code) =>
    facts.some(
      ({ of, sum, low }) =>
        sum === 'respondents' && low === respondents && of[code] === ANSWERED && Object.keys(of).length === 1,
    ),
  )
  return facts.flatMap((fact) => {
    const code = complete.find((question) => fact.of[question] === ANSWERED)
    if (code === undefined || fact.sum !== 'respondents') return []
    const { [code]: _, ...of } = fact.of
    return Object.keys(of).length === 0 ? [] : [{ ...fact, of }]
  })
}
