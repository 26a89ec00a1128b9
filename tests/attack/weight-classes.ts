import { type Fact, factKey, mergeFacts, WEIGHT } from './fact.ts'

/** How a wave was weighted, as its report tells: by the categories of one background variable. */
export interface Weighting {
  readonly variable: string
  /** By category; of those without one under the empty code. */
  readonly weights: Readonly<Record<string, number>>
}

/** Larger groups without a weighted count have too many make-ups to go through. */
const mostRespondents = 60

const same = (a: number, b: number) => Math.abs(a - b) < 1e-7 * Math.max(1, Math.abs(b))

/**
 * Solves weighted figures for how many respondents had each weight: where weights are few and crooked, a sum of
 * them has one make-up, or few.
 */
export function solveWeights(facts: readonly Fact[], { weights }: Weighting): Fact[] {
  const classes = [...new Set(Object.values(weights))].sort((a, b) => a - b)
  const known = new Map(facts.map((fact) => [factKey(fact), fact]))
  const find = (fact: Fact, sum: Fact['sum']) => known.get(factKey({ ...fact, sum }))
  const solved = facts.flatMap((fact): Fact[] => {
    if (fact.sum !== 'weights' && fact.sum !== 'effective') return []
    const weight = find(fact, 'weights')
    const effective = find(fact, 'effective')
    const respondents = find(fact, 'respondents')
    if (respondents === undefined || respondents.low !== respondents.high) return []
    if (weight === undefined && respondents.low > mostRespondents) return []
    const fits = makeUps(classes, respondents.low, weight?.low).filter((makeUp) => {
      const sum = makeUp.reduce((all, count, index) => all + count * classes[index]!, 0)
      const squares = makeUp.reduce((all, count, index) => all + count * classes[index]! ** 2, 0)
      return effective === undefined || same(sum ** 2 / squares, effective.low)
    })
    return classes.map((value, index) => {
      const counts = fits.map((makeUp) => makeUp[index]!)
      const of = { ...fact.of, [WEIGHT]: String(value) }
      return { wave: fact.wave, of, sum: 'respondents', low: Math.min(...counts), high: Math.max(...counts) }
    })
  })
  return mergeFacts(solved)
}

/** All ways in which so many respondents of these weights add up to a weight, or to any. */
function makeUps(classes: readonly number[], respondents: number, weight?: number): number[][] {
  const [first, second, ...others] = classes
  if (first === undefined) return respondents === 0 ? [[]] : []
  if (second === undefined)
    return weight === undefined || same(respondents * first, weight) ? [[respondents]] : []
  if (others.length === 0 && weight !== undefined) {
    const many = Math.round((weight - respondents * second) / (first - second))
    const fits =
      many >= 0 && many <= respondents && same(many * first + (respondents - many) * second, weight)
    return fits ? [[many, respondents - many]] : []
  }
  return Array.from({ length: respondents + 1 }, (_, count) =>
    makeUps(
      [second, ...others],
      respondents - count,
      weight === undefined ? undefined : weight - count * first,
    ).map((rest) => [count, ...rest]),
  ).flat()
}
