import type { Column } from './column.ts'
import type { SampledUnits } from './sample-design.ts'

/** A named union of categories; written `net:<code>` wherever a category code may stand. */
export interface Net {
  readonly code: string
  readonly categories: readonly string[]
}

/** Put only to respondents who gave one of these answers to an earlier question. */
export interface Routing {
  readonly variable: string
  readonly in: readonly string[]
}

/** What tabulation needs to know of a variable: its answer codes, in order. */
export interface VariableCodes {
  readonly code: string
  readonly categories: readonly string[]
  readonly nets: readonly Net[]
  readonly askedIf?: Routing
}

/** The answers of one wave as columns, and the weight of each respondent (mean 1). */
export interface WaveData {
  readonly wave: string
  /** Number of respondents. */
  readonly size: number
  readonly variables: ReadonlyMap<string, VariableCodes>
  /** By variable code; a variable not asked in this wave has none. */
  readonly columns: ReadonlyMap<string, Column>
  /** Absent in a wave without a weight variable: every weight is 1. */
  readonly weights?: Float64Array
  /** Absent in a wave without strata, clusters or a known population. Weighted figures follow it. */
  readonly design?: SampledUnits
}
