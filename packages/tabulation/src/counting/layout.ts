import type { Axis, CodeBits, OutsideBit } from './axis.ts'

/** What is read of respondents, and where it stands in a lane. */
export interface Field {
  readonly read: CodeBits | OutsideBit
  readonly shift: number
}

/** Up to eight bits of the joint value. */
export interface Lane {
  readonly fields: readonly Field[]
  /** Where its lowest bit stands in the joint value. */
  readonly shift: number
}

/** The fields of all axes, packed side by side into one joint value of each respondent. */
export interface Layout {
  readonly lanes: readonly Lane[]
  /** By axis: the joint value that each of its values has when all other axes have 0. */
  readonly joint: readonly (readonly number[])[]
  /** Bits of the joint value. */
  readonly bits: number
}

/** Lays out the axes, filling each lane before the next. */
export function layOut(axes: readonly Axis[]): Layout {
  const lanes: { fields: Field[]; shift: number }[] = [{ fields: [], shift: 0 }]
  const joint: number[][] = []
  let bits = 0
  for (const { fields, places } of axes) {
    const starts: number[] = []
    for (const read of fields) {
      if (bits - lanes.at(-1)!.shift + read.bits > 8) lanes.push({ fields: [], shift: bits })
      const lane = lanes.at(-1)!
      lane.fields.push({ read, shift: bits - lane.shift })
      starts.push(bits)
      bits += read.bits
    }
    joint.push(jointValues(places.length, starts))
  }
  return { lanes, joint, bits }
}

/** Moves the bytes of each value to where they start in the joint value. */
function jointValues(values: number, starts: readonly number[]): number[] {
  const joint: number[] = []
  for (let value = 0; value < values; value++) {
    let moved = 0
    for (let byte = 0; byte < starts.length; byte++) moved |= ((value >> (8 * byte)) & 255) << starts[byte]!
    joint.push(moved)
  }
  return joint
}
