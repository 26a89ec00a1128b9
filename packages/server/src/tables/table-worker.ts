import {
  type ProtectedCrosstab,
  type ProtectedMeans,
  protect,
  protectMeans,
  type Refusal,
  type ReleasePlan,
  type WantedFigures,
} from '@peo/disclosure'
import {
  type CrosstabRequest,
  type MeansRequest,
  tabulate,
  tabulateMeans,
  type WaveData,
} from '@peo/tabulation'

/** A table of one wave to be made. */
export interface TableOrder<Request> {
  readonly data: WaveData
  readonly request: Request
  readonly plan: ReleasePlan
}

/** A cross-tab to be made, with what is wanted of it. */
export interface CrosstabOrder extends TableOrder<CrosstabRequest> {
  readonly wanted: WantedFigures
}

/** Counts and protects a cross-tab, on whichever thread this is called: nothing unprotected leaves it. */
export function crosstab(order: CrosstabOrder): ProtectedCrosstab | Refusal {
  return protect(tabulate(order.data, order.request), order.plan, order.wanted)
}

/** Counts and protects a table of means, on whichever thread this is called: nothing unprotected leaves it. */
export function means(order: TableOrder<MeansRequest>): ProtectedMeans | Refusal {
  return protectMeans(tabulateMeans(order.data, order.request), order.plan)
}
