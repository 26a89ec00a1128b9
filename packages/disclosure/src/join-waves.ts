import { markProtected } from './mark-protected.ts'
import type { AbsentFigure, ProtectedCrosstab, ProtectedDimension, ProtectedMeans } from './protected.ts'

/** One table of several waves: the same table per wave, with `wave` as the last dimension. */
export function joinCrosstabs(tables: readonly ProtectedCrosstab[]): ProtectedCrosstab {
  const [first] = tables
  if (first === undefined) throw new RangeError('a trend needs a wave')
  if (tables.length === 1) return first
  const bases = tables.flatMap((table) => (table.base === null ? [] : [table.base]))
  return markProtected<ProtectedCrosstab>({
    ...first,
    ...joined(tables),
    cells: interleave(tables, (table) => table.cells),
    base: bases.length === tables.length ? bases.reduce((sum, base) => sum + base, 0) : null,
    statistics: null,
  })
}

/** One table of means of several waves: the same means per wave, with `wave` as the last dimension. */
export function joinMeans(tables: readonly ProtectedMeans[]): ProtectedMeans {
  const [first] = tables
  if (first === undefined) throw new RangeError('a trend needs a wave')
  if (tables.length === 1) return first
  return markProtected<ProtectedMeans>({
    ...first,
    ...joined(tables),
    groups: interleave(tables, (table) => table.groups),
  })
}

interface WaveTable {
  readonly waves: readonly string[]
  readonly dimensions: readonly ProtectedDimension[]
}

function joined(tables: readonly WaveTable[]) {
  const waves = tables.flatMap((table) => table.waves)
  const wave = { role: 'WAVE' as const, variable: 'wave', codes: waves, categoryCount: waves.length }
  return { waves, dimensions: [...commonDimensions(tables), wave] }
}

/** The dimensions of the tables, with the categories and nets of any of them. */
function commonDimensions(tables: readonly WaveTable[]): ProtectedDimension[] {
  return tables[0]!.dimensions.map((dimension, index) => {
    const all = tables.map((table) => table.dimensions[index]!)
    const categories = new Set(all.flatMap(({ codes, categoryCount }) => codes.slice(0, categoryCount)))
    const nets = new Set(all.flatMap(({ codes, categoryCount }) => codes.slice(categoryCount)))
    return { ...dimension, codes: [...categories, ...nets], categoryCount: categories.size }
  })
}

function interleave<Table extends WaveTable, Figure extends { readonly categories: readonly string[] }>(
  tables: readonly Table[],
  figures: (table: Table) => readonly (Figure | AbsentFigure)[],
): (Figure | AbsentFigure)[] {
  const byKey = tables.map(
    (table) => new Map(figures(table).map((figure) => [figure.categories.join('/'), figure])),
  )
  const tuples = commonDimensions(tables).reduce<string[][]>(
    (all, { codes }) => all.flatMap((tuple) => codes.map((code) => [...tuple, code])),
    [[]],
  )
  return tuples.flatMap((tuple) =>
    tables.map((table, index) => {
      const categories = [...tuple, table.waves[0]!]
      const figure = byKey[index]!.get(tuple.join('/'))
      return figure === undefined ? { status: 'NOT_ASKED' as const, categories } : { ...figure, categories }
    }),
  )
}
