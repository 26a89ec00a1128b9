/** How many gave each number. */
export type NumberCounts = ReadonlyMap<number, number>

/** What is known of the numbers of a group: how many are added up, their sum, or also the sum of their squares. */
export type KnownOfNumbers = 'BASE' | 'MEAN' | 'MEAN_AND_SPREAD'

/**
 * Whether two groups can exchange answers of which one gives up another number of `value`, and what is known of each
 * stays as it is. One answer each is exchanged, two of the same sum, or three of the same sum and sum of squares.
 */
export function canExchange(
  value: number,
  one: NumberCounts,
  other: NumberCounts,
  known: KnownOfNumbers,
): boolean {
  return giveFor[known](value, one, other) || giveFor[known](value, other, one)
}

/**
 * Whether one answer each of two groups, and one each of two others, can be exchanged, so that what the first gains its
 * third loses, the first and third together give up another number of `value`, and all keep their base.
 */
export function canExchangeBeside(
  value: number,
  one: NumberCounts,
  other: NumberCounts,
  third: NumberCounts,
  fourth: NumberCounts,
): boolean {
  return giveBeside(value, one, other, third, fourth) || giveBeside(value, other, one, fourth, third)
}

function giveBeside(
  value: number,
  from: NumberCounts,
  to: NumberCounts,
  fromBeside: NumberCounts,
  toBeside: NumberCounts,
): boolean {
  if (!from.has(value)) return false
  for (const second of fromBeside.keys()) {
    for (const back of to.keys()) {
      const last = value + second - back
      if (back !== value && last !== value && toBeside.has(last)) return true
    }
  }
  return false
}

/** The ways to give `value` with as many more as it takes, for other numbers. */
const giveFor: Readonly<
  Record<KnownOfNumbers, (value: number, from: NumberCounts, to: NumberCounts) => boolean>
> = { BASE: giveOne, MEAN: giveTwo, MEAN_AND_SPREAD: giveThree }

function giveOne(value: number, from: NumberCounts, to: NumberCounts): boolean {
  return from.has(value) && to.size > Number(to.has(value))
}

function giveTwo(value: number, from: NumberCounts, to: NumberCounts): boolean {
  for (const second of from.keys()) {
    if (!hasAll(from, [value, second])) continue
    for (const back of to.keys()) {
      if (back !== value && back !== second && hasAll(to, [back, value + second - back])) return true
    }
  }
  return false
}

function giveThree(value: number, from: NumberCounts, to: NumberCounts): boolean {
  for (const second of from.keys()) {
    for (const third of from.keys()) {
      if (third < second || !hasAll(from, [value, second, third])) continue
      const sum = value + second + third
      const squares = value ** 2 + second ** 2 + third ** 2
      for (const back of to.keys()) {
        if (back === value || back === second || back === third) continue
        const [low, high] = pairOf(sum - back, squares - back ** 2)
        if (hasAll(to, [back, low, high])) return true
      }
    }
  }
  return false
}

/** The two numbers of a sum and a sum of squares; NaN where no two have them. */
function pairOf(sum: number, squares: number): readonly [low: number, high: number] {
  const apart = Math.sqrt(2 * squares - sum ** 2)
  return [(sum - apart) / 2, (sum + apart) / 2]
}

function hasAll(counts: NumberCounts, numbers: readonly number[]): boolean {
  return numbers.every((number) => {
    const count = counts.get(number)
    return count !== undefined && count >= numbers.filter((same) => same === number).length
  })
}
