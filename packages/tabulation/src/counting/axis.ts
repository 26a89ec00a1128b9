/** The lowest bits of a byte per respondent. */
export interface CodeBits {
  readonly codes: Uint8Array
  /** Enough to tell apart the codes that matter. */
  readonly bits: number
}

/** A code that a respondent may have. */
export interface Membership {
  readonly codes: Uint8Array
  readonly code: number
}

/** One bit per respondent: 0 for whoever has any of these codes, 1 for all others. */
export interface OutsideBit {
  readonly members: readonly Membership[]
  readonly bits: 1
}

/** One side of a count: what is read of a respondent, and the place that each value is counted in. */
export interface Axis {
  /** The value is the number they make in base 256, the lowest first. */
  readonly fields: readonly (CodeBits | OutsideBit)[]
  /** By value; -1 where it is not counted. */
  readonly places: readonly number[]
}

/** The axis of a column of codes, each counted in the place given for it; answers that are missing are not counted. */
export function codesAxis(codes: Uint8Array, places: readonly number[]): Axis {
  return { fields: [{ codes, bits: answerBits(places.length) }], places }
}

/** The axis that counts, in one place, whoever has any of these codes. */
export function membersAxis(members: readonly Membership[], place: number): Axis {
  return { fields: [{ members, bits: 1 }], places: [place] }
}

/** The axis of sampling units, by their index in base 256, a place each. */
export function unitsAxis(unitBytes: readonly Uint8Array[], units: number): Axis {
  return {
    fields: unitBytes.map((codes, byte) => ({ codes, bits: Math.min(8, bitsOf((units - 1) >> (8 * byte))) })),
    places: Array.from({ length: units }, (_, unit) => unit),
  }
}

/**
 * The bits that tell the codes of so many categories from each other and from `NO_ANSWER` and `NOT_ASKED`: cut to as
 * many bits, those two become the two highest values.
 */
function answerBits(categories: number): number {
  return bitsOf(categories + 1)
}

function bitsOf(highest: number): number {
  return Math.max(1, 32 - Math.clz32(highest))
}
