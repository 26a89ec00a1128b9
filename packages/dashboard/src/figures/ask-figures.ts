import type { Crosstab, MeansTable, PeoClient } from '@peo/sdk'
import type { Figures, Head, Mark } from './figures.ts'
import type { TableRequest } from './table-request.ts'

type Table = Pick<Crosstab | MeansTable, 'dimensions' | 'comparabilityNotes' | 'releases'>

/** Asks for a table and lays it out as a chart needs it. */
export async function askFigures(
  peo: PeoClient,
  request: TableRequest,
  scale: readonly [number, number],
): Promise<Figures> {
  return request.kind === 'crosstab'
    ? ofCrosstab(await peo.crosstab(request))
    : ofMeans(await peo.means(request), scale)
}

/** A cross-tab: its row variable by everything else. */
export function ofCrosstab(table: Crosstab): Figures {
  const rows = table.dimensions[0]?.categories ?? []
  const columns = headsOf(table, 1)
  const marks = table.cells.map(({ status, columnPercent, base, interval, higherThan }): Mark => {
    if (status !== 'VALUE' || columnPercent === null || base === null) return noNumber(status)
    return { status, value: columnPercent, base, ...ends(interval), higherThan }
  })
  return {
    unit: 'percent',
    scale: [0, 100],
    rows,
    columns,
    marks: inRows(marks, columns.length),
    notes: notesOf(table),
  }
}

/** Means: one row, and what makes the groups as columns. */
export function ofMeans(table: MeansTable, scale: readonly [number, number]): Figures {
  const columns = headsOf(table, 0)
  const marks = table.groups.map(({ status, mean, base, interval }): Mark => {
    if (status !== 'VALUE' || mean === null || base === null) return noNumber(status)
    return { status, value: mean, base, ...ends(interval), higherThan: [] }
  })
  return {
    unit: 'mean',
    scale,
    rows: [{ code: 'mean', label: '' }],
    columns,
    marks: [marks],
    notes: notesOf(table),
  }
}

const noNumber = (status: string): Mark => ({ status: status === 'NOT_ASKED' ? 'NOT_ASKED' : 'WITHHELD' })

const ends = (interval: { low: number; high: number } | null) => ({
  low: interval?.low ?? null,
  high: interval?.high ?? null,
})

function inRows(marks: readonly Mark[], width: number): Mark[][] {
  return Array.from({ length: marks.length / width }, (_, row) => marks.slice(row * width, (row + 1) * width))
}

/** The combinations of the dimensions from this one on, as figures follow each other; one of no name where there are none. */
function headsOf({ dimensions }: Table, from: number): Head[] {
  return dimensions.slice(from).reduce<Head[]>(
    (heads, { categories }) =>
      heads.flatMap((head) =>
        categories.map(({ code, label }) => ({
          code: head.code === '' ? code : `${head.code} ${code}`,
          label: head.label === '' ? label : `${head.label}, ${label}`,
        })),
      ),
    [{ code: '', label: '' }],
  )
}

function notesOf({ comparabilityNotes, releases }: Table): string[] {
  return comparabilityNotes.map(({ wave, note }) => {
    const title = releases.find((release) => release.wave === wave)?.title ?? wave
    return `${title}: ${note}`
  })
}
