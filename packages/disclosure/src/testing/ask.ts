import {
  type CrosstabRequest,
  type MeansRequest,
  tabulate,
  tabulateMeans,
  type WaveData,
} from '@peo/tabulation'
import { protect } from '../protect.ts'
import { protectMeans } from '../protect-means.ts'
import type { AbsentFigure, ProtectedCrosstab, ProtectedMeans } from '../protected.ts'
import type { ReleasePlan } from '../release-plan.ts'

const usual = { filter: [], shown: [], weighted: false, confidenceLevel: 0.95 } as const

/** A whole request for a cross-tab from the parts that matter. */
export function crosstabRequest(
  parts: Partial<CrosstabRequest> & { readonly rows: string },
): CrosstabRequest {
  return { ...usual, columns: [], ...parts }
}

/** A whole request for means from the parts that matter. */
export function meansRequest(parts: Partial<MeansRequest> & { readonly of: string }): MeansRequest {
  return { ...usual, by: [], ...parts }
}

/** The protected cross-tab of a released shape. */
export function askCrosstab(
  data: WaveData,
  plan: ReleasePlan,
  parts: Parameters<typeof crosstabRequest>[0],
): ProtectedCrosstab {
  const table = protect(tabulate(data, crosstabRequest(parts)), plan)
  if (table.kind === 'refusal') throw new Error(`refused: ${table.variables}`)
  return table
}

/** The protected means of a released shape. */
export function askMeans(
  data: WaveData,
  plan: ReleasePlan,
  parts: Parameters<typeof meansRequest>[0],
): ProtectedMeans {
  const table = protectMeans(tabulateMeans(data, meansRequest(parts)), plan)
  if (table.kind === 'refusal') throw new Error(`refused: ${table.variables}`)
  return table
}

/** What a table says of its figures, by their codes: what `show` picks of a figure, or why there is none. */
export function saysOf<Figure extends { readonly status: 'VALUE'; readonly categories: readonly string[] }>(
  figures: readonly (Figure | AbsentFigure)[],
  show: (figure: Figure) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    figures.map((figure) => [
      figure.categories.join('/'),
      figure.status === 'VALUE' ? show(figure) : figure.status,
    ]),
  )
}
