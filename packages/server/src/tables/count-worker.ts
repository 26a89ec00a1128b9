import {
  type CrosstabRequest,
  type MeansRequest,
  type RawCrosstab,
  type RawMeans,
  tabulate,
  tabulateMeans,
  type WaveData,
} from '@peo/tabulation'

/** A table to count. */
export interface Counting<Request> {
  readonly data: WaveData
  readonly request: Request
}

/** Counts a cross-tab, on whichever thread this is called. */
export function crosstab({ data, request }: Counting<CrosstabRequest>): RawCrosstab {
  return tabulate(data, request)
}

/** Describes a numeric variable by group, on whichever thread this is called. */
export function means({ data, request }: Counting<MeansRequest>): RawMeans {
  return tabulateMeans(data, request)
}
