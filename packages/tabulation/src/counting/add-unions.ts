import { type Moments, sumsOf } from '../moments.ts'

/** A union of slots of one dimension, as the slot that it is summed in. */
export interface Union {
  readonly slot: number
  readonly of: readonly number[]
}

/** Sums in the slots of unions what is counted in their parts, for a dimension with so many slots, `stride` apart. */
export function addUnions(into: Moments, slots: number, stride: number, unions: readonly Union[]): void {
  for (const sums of sumsOf(into)) {
    for (let outer = 0; outer < sums.length; outer += slots * stride) {
      for (let union = 0; union < unions.length; union++) addUnion(sums, outer, stride, unions[union]!)
    }
  }
}

function addUnion(sums: Float64Array, outer: number, stride: number, { slot, of }: Union): void {
  const to = outer + slot * stride
  for (let part = 0; part < of.length; part++) {
    const from = outer + of[part]! * stride
    for (let inner = 0; inner < stride; inner++) sums[to + inner] = sums[to + inner]! + sums[from + inner]!
  }
}
