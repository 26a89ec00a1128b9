import type { Moments } from '../moments.ts'
import type { Axis } from './axis.ts'
import { jointMoments } from './joint-moments.ts'
import { layOut } from './layout.ts'

/** Beyond this many bits, the joint values of respondents take more memory than is worth it. */
const mostJointBits = 20

/**
 * Adds to the moments, at the place that the axes together give, every respondent that each axis counts.
 *
 * @returns false, and adds nothing, where the axes have more than `mostJointBits` together
 */
export function addPlaces(
  into: Moments,
  axes: readonly Axis[],
  weights: Float64Array | undefined,
  size: number,
): boolean {
  const layout = layOut(axes)
  if (layout.bits > mostJointBits) return false
  const { respondents, weights: sums } = jointMoments(layout, weights, size)
  const counted = axes.map(({ places }, axis) => countedValues(places, layout.joint[axis]!))
  spread(respondents, 1, 0, into.respondents, counted)
  if (sums !== undefined) {
    spread(sums, 2, 0, into.weights, counted)
    spread(sums, 2, 1, into.squaredWeights, counted)
  }
  return true
}

/** The values of an axis that are counted: their part of the joint value, and of the place. */
interface CountedValues {
  readonly joint: readonly number[]
  readonly places: readonly number[]
}

function countedValues(places: readonly number[], joint: readonly number[]): CountedValues {
  if (!places.includes(-1)) return { joint, places }
  return {
    joint: joint.filter((_, value) => places[value]! >= 0),
    places: places.filter((place) => place >= 0),
  }
}

/** Adds each joint value's sum, which stands at `value * step + offset`, to its place, from this axis on. */
function spread(
  from: Int32Array | Float64Array,
  step: number,
  offset: number,
  into: Float64Array,
  axes: readonly CountedValues[],
  axis = 0,
  value = 0,
  place = 0,
): void {
  const { joint, places } = axes[axis]!
  const last = axis === axes.length - 1
  for (let i = 0; i < joint.length; i++) {
    const at = value + joint[i]!
    const to = place + places[i]!
    if (last) into[to] = into[to]! + from[at * step + offset]!
    else spread(from, step, offset, into, axes, axis + 1, at, to)
  }
}
