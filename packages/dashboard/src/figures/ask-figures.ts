import type { CrosstabTable, MeansTable, PeoClient } from '@peo/sdk'
import type { Ends, Figures, Head, Mark } from './figures.ts'
import { scaleOf, spanOf } from './scale.ts'
import type { TableRequest } from './table-request.ts'

/** Asks the service for a table. @throws PeoError */
export function askTable(peo: PeoClient, request: TableRequest): Promise<CrosstabTable | MeansTable> {
  if (request.kind === 'crosstab') {
    const { kind: _, ...options } = request
    return peo.crosstab(options)
  }
  const { kind: _, ...options } = request
  return peo.means(options)
}

/**
 * Asks for a table and lays it out as a chart needs it.
 *
 * @param ends from where to where the answers run whose means these are
 * @throws PeoError
 */
export async function askFigures(peo: PeoClient, request: TableRequest, ends: Ends): Promise<Figures> {
  const table = await askTable(peo, request)
  return 'cells' in table ? ofCrosstab(table) : ofMeans(table, ends)
}

/** A cross-tab: its row variable by everything else. */
export function ofCrosstab(table: CrosstabTable): Figures {
  const columns = headsOf(table, 1)
  const marks = table.cells.map((cell): Mark => {
    if (cell.status !== 'VALUE') return { status: cell.status }
    // A share that is not told while its count is: it would tell a total that is withheld.
    if (cell.columnPercent === null) return { status: 'WITHHELD' }
    const { base, higherThan } = cell
    return { status: 'VALUE', value: cell.columnPercent, base, ...endsOf(cell), higherThan }
  })
  return {
    unit: 'percent',
    scale: [0, 100],
    rows: table.dimensions[0]?.categories ?? [],
    columns,
    marks: inRows(marks, columns.length),
    notes: notesOf(table),
  }
}

/** Means: one row, and what makes the groups as columns. */
export function ofMeans(table: MeansTable, ends: Ends): Figures {
  const marks = table.groups.map((group): Mark => {
    if (group.status !== 'VALUE') return { status: group.status }
    return { status: 'VALUE', value: group.mean, base: group.base, ...endsOf(group), higherThan: [] }
  })
  return {
    unit: 'mean',
    scale: scaleOf(marks.flatMap(spanOf), ends),
    rows: [{ code: 'mean', label: '' }],
    columns: headsOf(table, 0),
    marks: [marks],
    notes: notesOf(table),
  }
}

function endsOf({ interval }: { readonly interval: { readonly low: number; readonly high: number } | null }) {
  return { low: interval?.low ?? null, high: interval?.high ?? null }
}

function inRows(marks: readonly Mark[], width: number): Mark[][] {
  return Array.from({ length: marks.length / width }, (_, row) => marks.slice(row * width, (row + 1) * width))
}

/** The combinations of the dimensions from this one on, as figures follow each other; a nameless one where there are none. */
function headsOf({ dimensions }: CrosstabTable | MeansTable, from: number): Head[] {
  return dimensions.slice(from).reduce<Head[]>(
    (heads, { categories }) =>
      heads.flatMap((head) =>
        categories.map(({ code, label }) => ({
          // As `higherThan` names a column.
          code: head.code === '' ? code : `${head.code}/${code}`,
          label: head.label === '' ? label : `${head.label}, ${label}`,
        })),
      ),
    [{ code: '', label: '' }],
  )
}

function notesOf({ comparabilityNotes, releases }: CrosstabTable | MeansTable): string[] {
  return comparabilityNotes.map(({ wave, note }) => {
    const title = releases.find((release) => release.wave === wave)?.title ?? wave
    return `${title}: ${note}`
  })
}
