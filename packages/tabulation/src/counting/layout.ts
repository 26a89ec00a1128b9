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
  let bits = 0
  const place = (read: CodeBits | OutsideBit): number => {
    if (bits - lanes.at(-1)!.shift + read.bits > 8) lanes.push({ fields: [], shift: bits })
    const lane = lanes.at(-1)!
    lane.fields.push({ read, shift: bits - lane.shift })
    bits += read.bits
    return bits - read.bits
  }
  const joint = axes.map(({ fields, places }) => {
    const starts = fields.map(place)
    return places.map((_, value) =>
      starts.reduce((sum, start, byte) => sum | (((value >> (8 * byte)) & 255) << start), 0),
    )
  })
  return { lanes, joint, bits }
}
