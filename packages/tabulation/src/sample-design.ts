import { type LevelsColumn, NO_ANSWER, type NumericColumn, type SingleColumn } from './column.ts'

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

/** What a wave knows of its sample. Clusters are nested in strata: the same number in two strata is two clusters. */
export interface DesignColumns {
  /** Number of respondents. */
  readonly size: number
  readonly strata?: SingleColumn
  readonly clusters?: SingleColumn | LevelsColumn | NumericColumn
  /**
   * Clusters in the population, or people where there are no clusters, as R's `fpc`: one number, or with strata
   * one per stratum category. Absent where it is unknown or very large.
   */
  readonly population?: number | readonly number[]
}

const MOST_UNITS = 65_536

/** The design of a wave that says nothing of its sample: every respondent by itself, of a large population. */
export function simpleDesign(size: number): SampledUnits {
  return { clustered: false, strata: [{ sampled: size, fraction: 0 }], stratumOf: [0], unitBytes: [] }
}

/**
 * The design of a wave with strata, clusters, a known population, or several of them.
 *
 * @throws RangeError when a respondent lacks a stratum or cluster, a stratum holds a single unit, a population is
 * not given for a stratum or is below the number sampled, or there are more than 65,536 units.
 */
export function sampleDesign({ size, strata, clusters, population }: DesignColumns): SampledUnits {
  const found = new Map<number, { index: number; respondents: number; units: Map<number, number> }>()
  const stratumOf: number[] = []
  const [low, high] = [new Uint8Array(size), new Uint8Array(size)]
  for (let respondent = 0; respondent < size; respondent++) {
    const category = strata === undefined ? 0 : answerOf(strata, respondent, 'stratum')
    const cluster = clusters === undefined ? 0 : answerOf(clusters, respondent, 'cluster')
    let stratum = found.get(category)
    if (stratum === undefined) {
      stratum = { index: found.size, respondents: 0, units: new Map() }
      found.set(category, stratum)
    }
    let unit = stratum.units.get(cluster)
    if (unit === undefined) {
      unit = stratumOf.push(stratum.index) - 1
      stratum.units.set(cluster, unit)
    }
    stratum.respondents++
    low[respondent] = unit
    high[respondent] = unit >> 8
  }
  if (stratumOf.length > MOST_UNITS) {
    throw new RangeError(`the sample has ${stratumOf.length} clusters; merge them to at most ${MOST_UNITS}`)
  }
  const populations = typeof population === 'number' ? [population] : population
  return {
    clustered: clusters !== undefined,
    strata: [...found].map(([category, { respondents, units }]) => {
      const name = strata === undefined ? 'the sample' : `stratum ${category + 1}`
      const sampled = clusters === undefined ? respondents : units.size
      if (sampled < 2) {
        throw new RangeError(
          `${name} holds a single unit, so its variance is unknown; merge it with another stratum`,
        )
      }
      return {
        sampled,
        fraction: populations === undefined ? 0 : sampledShare(name, sampled, populations[category]),
      }
    }),
    stratumOf,
    unitBytes: stratumOf.length > 256 ? [low, high] : stratumOf.length > 1 ? [low] : [],
  }
}

function answerOf(column: NonNullable<DesignColumns['clusters']>, respondent: number, what: string): number {
  const answered =
    column.kind === 'numeric' ? column.presence[respondent] === 0 : column.codes[respondent]! < NO_ANSWER
  if (!answered) {
    throw new RangeError(`respondent ${respondent + 1} has no ${what}; give one to every respondent`)
  }
  return column.kind === 'numeric' ? column.values[respondent]! : column.codes[respondent]!
}

function sampledShare(name: string, sampled: number, population: number | undefined): number {
  if (population === undefined)
    throw new RangeError(`${name} has no population number; give one to every stratum`)
  if (population >= sampled) return sampled / population
  throw new RangeError(
    `${name} has a population of ${population} and a sample of ${sampled}; give the number of all units in it`,
  )
}

/** The index of a respondent's sampling unit. */
export function unitOf({ unitBytes }: SampledUnits, respondent: number): number {
  return unitBytes.reduceRight((unit, bytes) => unit * 256 + bytes[respondent]!, 0)
}
