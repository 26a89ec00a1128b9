import type { TableContent } from './content.ts'
import type { CellValue, Figure, GroupValue } from './figure.ts'

/** The sides of a pivot: codes of variables, each dimension of the table on one of them. */
export interface PivotSides<Variable extends string = string> {
  /** Default: the first dimension that is not in `columns`. */
  readonly rows?: readonly Variable[]
  /** Default: the dimensions that are not in `rows`. */
  readonly columns?: readonly Variable[]
}

/** A row or column of a pivot. */
export interface PivotHead {
  /** Category codes by variable; none where everyone is together. */
  readonly codes: Readonly<Record<string, string>>
  /** The labels of these, in the table's language. */
  readonly label: string
}

/** A table laid out flat. */
export interface Pivot<Value extends CellValue | GroupValue> {
  readonly rows: readonly PivotHead[]
  readonly columns: readonly PivotHead[]
  /** By row and column. */
  readonly cells: readonly (readonly Figure<Value>[])[]
}

type Dimension = TableContent<CellValue>['data']['dimensions'][number]

/**
 * Lays a table out flat.
 *
 * @throws RangeError when a dimension is on both sides or on none, or a variable is none of the table's
 */
export function pivotOf<Value extends CellValue | GroupValue>(
  { data: { dimensions }, figures }: TableContent<Value>,
  sides: PivotSides,
): Pivot<Value> {
  const codes = dimensions.map(({ variable }) => variable.code)
  const rows =
    sides.rows ??
    codes.filter((code) => !sides.columns?.includes(code)).slice(0, sides.columns ? codes.length : 1)
  const columns = sides.columns ?? codes.filter((code) => !rows.includes(code))
  if ([...rows, ...columns].sort().join() !== [...codes].sort().join())
    throw new RangeError(`Rows ${rows} and columns ${columns} are not the dimensions ${codes}, each once.`)
  const sideOf = (side: readonly string[]) =>
    heads(side.map((code) => dimensions.find(({ variable }) => variable.code === code)!))
  const [down, across] = [sideOf(rows), sideOf(columns)]
  const byCodes = new Map(figures.map((figure) => [figure.categories.join(), figure]))
  const at = (head: PivotHead, other: PivotHead) => {
    const all = { ...head.codes, ...other.codes }
    return byCodes.get(codes.map((code) => all[code]).join())!
  }
  return { rows: down, columns: across, cells: down.map((row) => across.map((column) => at(row, column))) }
}

/** Every combination of categories, the last dimension running fastest. */
function heads(dimensions: readonly Dimension[]): PivotHead[] {
  return dimensions.reduce<PivotHead[]>(
    (before, { variable, categories }) =>
      before.flatMap((head) =>
        categories.map(({ code, label }) => ({
          codes: { ...head.codes, [variable.code]: code },
          label: head.label === '' ? label : `${head.label} · ${label}`,
        })),
      ),
    [{ codes: {}, label: '' }],
  )
}
