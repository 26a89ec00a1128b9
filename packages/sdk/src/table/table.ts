import type { Language } from '../generated/operations.ts'
import { labelOf, type TableContent } from './content.ts'
import { tableCsv } from './csv.ts'
import type { CellValue, CrosstabData, Figure, GroupValue, MeansData } from './figure.ts'
import { type JsonStatDataset, tableJsonStat } from './json-stat.ts'
import { tableMarkdown } from './markdown.ts'
import { type Pivot, type PivotSides, pivotOf } from './pivot.ts'

/** Category codes by variable that name one figure of a table; of a table over several waves, `wave` too. */
export type TableKey = Readonly<Record<string, string | undefined>>

/** A figure with its codes and labels by variable. */
export type TableRow<Value extends CellValue | GroupValue> = Figure<Value> & {
  readonly codes: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
}

/** A table of published results, whole: none of its members asks the service for anything. */
export class Table<
  Data extends CrosstabData | MeansData,
  Value extends CellValue | GroupValue,
  Key extends TableKey,
> {
  /** The table as it was answered, in plain data. A number that is not shown is null, never 0. */
  readonly data: Data
  /** Language of the labels. */
  readonly language: Language
  readonly #content: TableContent<Value>

  protected constructor(data: Data, content: Omit<TableContent<Value>, 'data'>) {
    this.data = data
    this.language = content.language
    this.#content = { data, ...content }
  }

  /** The sides of the table: rows (in means, what makes the groups), columns, then waves. */
  get dimensions(): Data['dimensions'] {
    return this.data.dimensions
  }

  /** The releases it was made from, in the order of the waves. */
  get releases(): Data['releases'] {
    return this.data.releases
  }

  /** What changed in its variables since earlier waves, the earliest wave first. */
  get comparabilityNotes(): Data['comparabilityNotes'] {
    return this.data.comparabilityNotes
  }

  /** How many figures are withheld. */
  get withheld(): number {
    return this.data.withheld
  }

  /** Every figure, row-major over the dimensions, categories before nets. */
  get figures(): readonly Figure<Value>[] {
    return this.#content.figures
  }

  /**
   * One figure by its codes, such as `cell({ ruimte_relatie: 'net:onvoldoende', sector: '1' })`.
   *
   * @throws RangeError when the codes are not one of each dimension
   */
  cell(key: Key): Figure<Value> {
    const { dimensions } = this
    const known = dimensions.map(({ variable }) => variable.code)
    const other = Object.keys(key).find((code) => !known.includes(code))
    if (other !== undefined)
      throw new RangeError(`The table has no dimension ${other}; it has ${known.join(', ') || 'none'}.`)
    const index = dimensions.reduce((before, { variable, categories }) => {
      const at = categories.findIndex(({ code }) => code === key[variable.code])
      if (at >= 0) return before * categories.length + at
      const codes = categories.map(({ code }) => code).join(', ')
      throw new RangeError(`${variable.code} is ${key[variable.code]} here; give one of ${codes}.`)
    }, 0)
    return this.figures[index]!
  }

  /** Every figure as an object with its codes and labels by variable. */
  rows(): TableRow<Value>[] {
    const { dimensions } = this
    return this.figures.map((figure) => ({
      ...figure,
      codes: Object.fromEntries(dimensions.map((each, at) => [each.variable.code, figure.categories[at]!])),
      labels: Object.fromEntries(
        dimensions.map((each, at) => [each.variable.code, labelOf(each, figure.categories[at]!)]),
      ),
    }))
  }

  /**
   * The table laid out flat, such as `pivot({ rows: ['sector'] })`.
   *
   * @throws RangeError when a dimension is on both sides or on none, or a variable is none of the table's
   */
  pivot(sides: PivotSides<keyof Key & string> = {}): Pivot<Value> {
    return pivotOf(this.#content, sides)
  }

  /** The label of a variable, or of one of its codes; the code itself where the table has none. */
  label<Variable extends keyof Key & string>(variable: Variable, code?: Key[Variable]): string {
    const dimension = this.dimensions.find((each) => each.variable.code === variable)
    return code === undefined ? (dimension?.variable.label ?? variable) : labelOf(dimension, code)
  }

  /** The table as CSV, the same as the service's `/tables/….csv`: a line per figure, nothing where there is no number. */
  toCSV(): string {
    return tableCsv(this.#content)
  }

  /** The table as a JSON-stat 2.0 dataset, the same as the service's `/tables/….jsonstat`. */
  toJSONStat(): JsonStatDataset {
    return tableJsonStat(this.#content)
  }

  /** The table in Markdown, for people: percentages to a tenth or means to a hundredth, with their bases. */
  toMarkdown(): string {
    return tableMarkdown(this.#content)
  }

  /** The plain data, for `JSON.stringify`. */
  toJSON(): Data {
    return this.data
  }
}
