import type { Column } from '../column.ts'
import type { CubeShape } from '../cube.ts'
import type { TableDimension } from '../dimension.ts'
import { type Moments, noMoments, roundSums } from '../moments.ts'
import type { VariableCodes } from '../wave-data.ts'
import { addPlaces } from './add-places.ts'
import { addUnions, type Union } from './add-unions.ts'
import { type Axis, membersAxis } from './axis.ts'
import { membersOf, readings } from './readings.ts'

/** A side of a table: a variable, its answers, and the dimension they make. */
export interface Side {
  readonly variable: VariableCodes
  /** Absent in a wave that did not ask the variable. */
  readonly column: Column | undefined
  readonly dimension: TableDimension
  /** The group that a `FILTER` is reduced to. */
  readonly selected?: string
}

/** What each place of the cube is divided in: levels, units. */
export interface Inside {
  readonly axes: readonly Axis[]
  readonly places: number
}

/**
 * Counts every place of the cube, each of them divided as `inside` says. Undefined where the answers of a respondent
 * to all the variables together are too many bits to count at once.
 */
export function countCube(
  sides: readonly Side[],
  shape: CubeShape,
  inside: Inside,
  weights: Float64Array | undefined,
  size: number,
): Moments | undefined {
  const moments = noMoments(shape.size * inside.places, weights !== undefined)
  const always = [...inside.axes]
  let combinations: Axis[][] = [[]]
  for (const [index, { variable, column, dimension, selected }] of sides.entries()) {
    if (selected === undefined) {
      const axes = readings(variable, column, dimension, shape.strides[index]! * inside.places)
      combinations = withEach(combinations, axes)
    } else if (column !== undefined) {
      always.push(membersAxis(membersOf(variable, column, selected), 0))
    }
  }
  for (const axes of combinations) {
    if (!addPlaces(moments, [...axes, ...always], weights, size)) return undefined
  }
  for (const [index, { variable, column, dimension, selected }] of sides.entries()) {
    if (selected !== undefined || column?.kind !== 'single') continue
    addUnions(
      moments,
      dimension.any + 1,
      shape.strides[index]! * inside.places,
      unionsOf(variable, dimension),
    )
  }
  roundSums(moments)
  return moments
}

function withEach(combinations: readonly Axis[][], axes: readonly Axis[]): Axis[][] {
  const longer: Axis[][] = []
  for (const before of combinations) for (const axis of axes) longer.push([...before, axis])
  return longer
}

/** The nets of one answer are sums of categories, and so is everyone who answered. */
function unionsOf({ categories, nets }: VariableCodes, { any }: TableDimension): Union[] {
  const unions: Union[] = nets.map((net, index) => ({
    slot: categories.length + index,
    of: categories.flatMap((code, slot) => (net.categories.includes(code) ? [slot] : [])),
  }))
  unions.push({ slot: any, of: categories.map((_, slot) => slot) })
  return unions
}
