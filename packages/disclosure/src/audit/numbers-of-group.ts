/** What a table of means says of a group beside its base: the mean, or also the standard deviation. */
export type KnownOfNumbers = 'MEAN' | 'MEAN_AND_SPREAD'

/** How many answers are replaced at once, in a group of any size. */
const FEW = [2, 3, 4]

/** The largest group of which all answers are replaced at once. */
const SMALL = 8

/** The most ways to answer that are looked through at once: those of eight respondents with twelve values. */
const MOST_WAYS = 75_582

/**
 * The values of which readers know how many in a group gave them: some, and as many in every group of the same
 * size with the same sum of answers (and sum of squares, where the standard deviation is known). Exact in a group
 * of up to eight with up to twelve values; else a value counts as known unless replacing up to four answers by
 * others changes its number.
 *
 * @param values the whole numbers that the group answered, each one of `allowed`
 * @param allowed all values that can be answered
 */
export function pinnedValues(
  values: readonly number[],
  allowed: readonly number[],
  known: KnownOfNumbers,
): readonly number[] {
  const sizes = [...FEW, values.length].filter(
    (size, index) => size <= values.length && (index < FEW.length || size <= SMALL),
  )
  let pinned = allowed.filter((value) => values.includes(value))
  for (const size of sizes) {
    if (pinned.length === 0 || ways(size, allowed.length) > MOST_WAYS) break
    const free = freedByReplacing(size, values, allowed, known)
    pinned = pinned.filter((value) => !free.has(value))
  }
  return pinned
}

/** The values whose number changes when some answers of the group are replaced by others with the same totals. */
function freedByReplacing(
  size: number,
  values: readonly number[],
  allowed: readonly number[],
  known: KnownOfNumbers,
): Set<number> {
  const byTotals = new Map<string, number[][]>()
  for (const answers of selections(size, allowed)) {
    const sum = answers.reduce((total, value) => total + value, 0)
    const squares = answers.reduce((total, value) => total + value ** 2, 0)
    const key = known === 'MEAN' ? `${sum}` : `${sum} ${squares}`
    const alike = byTotals.get(key)
    if (alike === undefined) byTotals.set(key, [answers])
    else alike.push(answers)
  }
  const isPart = (answers: readonly number[]) =>
    answers.every((value) => numberOf(value, answers) <= numberOf(value, values))
  const free = new Set<number>()
  for (const alike of byTotals.values()) {
    for (const replaced of alike.length > 1 ? alike.filter(isPart) : []) {
      for (const by of alike) {
        for (const value of replaced) if (numberOf(value, by) !== numberOf(value, replaced)) free.add(value)
        for (const value of by) if (numberOf(value, by) !== numberOf(value, replaced)) free.add(value)
      }
    }
  }
  return free
}

function numberOf(value: number, answers: readonly number[]): number {
  let number = 0
  for (const answer of answers) if (answer === value) number++
  return number
}

/** All ways to give so many answers, in the order of the allowed values. */
function selections(size: number, allowed: readonly number[]): number[][] {
  if (size === 0) return [[]]
  return allowed.flatMap((value, place) =>
    selections(size - 1, allowed.slice(place)).map((others) => [value, ...others]),
  )
}

/** How many selections there are: the binomial coefficient of size + values - 1 over size. */
function ways(size: number, values: number): number {
  return Array.from({ length: size }, (_, index) => index + 1).reduce(
    (product, index) => (product * (values - 1 + index)) / index,
    1,
  )
}
