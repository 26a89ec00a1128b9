import type { Language } from '../generated/operations.ts'
import { cellMeasures } from './cell-measures.ts'
import type { CellValue, CrosstabData, Figure } from './figure.ts'
import { statisticFields } from './statistics.ts'
import { Table, type TableKey } from './table.ts'

/** A cross-tab of published results. */
export class CrosstabTable<Key extends TableKey = TableKey> extends Table<CrosstabData, CellValue, Key> {
  constructor(data: CrosstabData, language: Language) {
    super(data, {
      language,
      figures: data.cells as readonly Figure<CellValue>[],
      measures: cellMeasures,
      statistics: statisticFields(data),
    })
  }

  /** The cells, row-major over the dimensions, categories before nets. */
  get cells(): readonly Figure<CellValue>[] {
    return this.figures
  }

  /** Respondents of the table, unweighted, over all its waves; null where withheld or not asked. */
  get base(): number | null {
    return this.data.base ?? null
  }

  /** Statistics of the table as a whole; null over several waves and where not asked. */
  get statistics(): CrosstabData['statistics'] {
    return this.data.statistics
  }
}
