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
      for (const { slot, of } of unions) {
        for (const part of of) {
          const from = outer + part * stride
          const to = outer + slot * stride
          for (let inner = 0; inner < stride; inner++) sums[to + inner]! += sums[from + inner]!
        }
      }
    }
  }
}
