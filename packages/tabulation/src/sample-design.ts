/** A stratum of a sample: how many of its units were drawn, as a number and as a share of the population. */
export interface Stratum {
  /** Sampled units: clusters, or respondents in a design without clusters. */
  readonly sampled: number
  /** Share of the stratum's units that were sampled, from 0 (a large or unknown population) to 1 (all). */
  readonly fraction: number
}

/** How respondents were sampled. A wave without a design has one stratum, no clusters and fraction 0. */
export interface SampleDesign {
  readonly clustered: boolean
  readonly strata: readonly Stratum[]
  /** By unit, the index of its stratum. Units are clusters; in a design without clusters they are the strata. */
  readonly stratumOf: readonly number[]
}

/** The design of a wave, and the unit of each respondent. */
export interface SampledUnits extends SampleDesign {
  /** Per respondent the index of the unit in base 256, the lowest byte first. Empty where there is one unit. */
  readonly unitBytes: readonly Uint8Array[]
}

/** The design of a wave that says nothing of its sample: every respondent by itself, of a large population. */
export function simpleDesign(size: number): SampledUnits {
  return { clustered: false, strata: [{ sampled: size, fraction: 0 }], stratumOf: [0], unitBytes: [] }
}
