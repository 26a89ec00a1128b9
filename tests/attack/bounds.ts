import type { LinearProgram, Maximise } from './linear-program.ts'
import { solveProgram } from './linear-program.ts'

/** A sum of unknowns that an attacker wants to know; a whole number. */
export interface Wanted {
  readonly places: readonly number[]
  /** By place; 1 each where absent. */
  readonly coefficients?: readonly number[]
}

/** The smallest and the largest whole number that a sum can be. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** Solvers leave such errors in sums of whole numbers. */
const tolerance = 1e-5

/** Numbers that look random and are the same in every run: a linear congruential generator (Park and Miller, 1988). */
function* signs(): Generator<number> {
  for (let state = 1; ; state = (state * 48271) % 2147483647) yield (state % 2000) / 1000 - 1
}

/**
 * Says of each sum what it can be. Sums that take two values in solutions found on the way are not narrowed
 * further: the attacker has nothing of them, so these bounds are only some of their values.
 */
export function boundsOf(program: LinearProgram, wanted: readonly Wanted[]): Bounds[] {
  if (wanted.length === 0) return []
  return solveProgram(program, (maximise) => {
    const seen = wanted.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }))
    const note = (solution: Float64Array) => {
      for (const [index, sum] of wanted.entries()) {
        const value = sumIn(sum, solution)
        const range = seen[index]!
        range.low = Math.min(range.low, value)
        range.high = Math.max(range.high, value)
      }
    }
    const open = () => wanted.flatMap((_, index) => (whole(seen[index]!).length < 2 ? [index] : []))
    tryDirections(program.unknowns, wanted, open, (weights) => note(maximise(weights)))
    for (const index of open()) {
      if (whole(seen[index]!).length >= 2) continue
      for (const sign of [1, -1]) note(extreme(maximise, program.unknowns, wanted[index]!, sign))
    }
    return seen.map(({ low, high }) => ({
      low: Math.ceil(low - tolerance),
      high: Math.floor(high + tolerance),
    }))
  })
}

/** Pushes many open sums at once, some up and some down, for as long as that settles any. */
function tryDirections(
  unknowns: number,
  wanted: readonly Wanted[],
  open: () => readonly number[],
  visit: (weights: Float64Array) => void,
): void {
  const sign = signs()
  let left = open()
  for (let idle = 0; idle < 2 && left.length > 0; ) {
    const weights = new Float64Array(unknowns)
    for (const index of left) addTo(weights, wanted[index]!, sign.next().value as number)
    visit(weights)
    visit(weights.map((weight) => -weight))
    const after = open()
    idle = after.length < left.length ? 0 : idle + 1
    left = after
  }
}

function extreme(maximise: Maximise, unknowns: number, sum: Wanted, sign: number): Float64Array {
  const weights = new Float64Array(unknowns)
  addTo(weights, sum, sign)
  return maximise(weights)
}

function addTo(weights: Float64Array, { places, coefficients }: Wanted, factor: number): void {
  for (const [index, place] of places.entries()) weights[place]! += factor * (coefficients?.[index] ?? 1)
}

function sumIn({ places, coefficients }: Wanted, solution: Float64Array): number {
  return places.reduce((sum, place, index) => sum + solution[place]! * (coefficients?.[index] ?? 1), 0)
}

/** Up to two whole numbers between the ends. */
function whole({ low, high }: Bounds): number[] {
  const first = Math.ceil(low - tolerance)
  return [first, first + 1].filter((value) => value <= high + tolerance)
}
