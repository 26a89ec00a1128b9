import type { TableDimension } from './dimension.ts'
import type { SlotReader } from './slots.ts'

/** Where the combinations of slots stand: row-major over the dimensions, `any` included. */
export interface CubeShape {
  /** By dimension; 0 for a `FILTER`, whose one group is the same place whichever slot is named. */
  readonly strides: readonly number[]
  readonly size: number
}

/** The layout of a cube over these dimensions. */
export function cubeShape(dimensions: readonly TableDimension[]): CubeShape {
  const strides: number[] = []
  let size = 1
  for (const { role, any } of dimensions.toReversed()) {
    strides.unshift(role === 'FILTER' ? 0 : size)
    if (role !== 'FILTER') size *= any + 1
  }
  return { strides, size }
}

/** The place in the cube of one slot per dimension. */
export function cubeIndex(shape: CubeShape, slots: readonly number[]): number {
  return slots.reduce((index, slot, dimension) => index + slot * shape.strides[dimension]!, 0)
}

/** Calls `visit` with each place of the cube that these respondents are counted in, respondent by respondent. */
export function walkCube(
  respondents: Uint32Array,
  shape: CubeShape,
  readers: readonly SlotReader[],
  visit: (index: number, respondent: number) => void,
): void {
  const descend = (dimension: number, offset: number, respondent: number): void => {
    const reader = readers[dimension]
    if (reader === undefined) {
      visit(offset, respondent)
      return
    }
    for (const slot of reader(respondent)) {
      descend(dimension + 1, offset + slot * shape.strides[dimension]!, respondent)
    }
  }
  for (const respondent of respondents) descend(0, 0, respondent)
}
