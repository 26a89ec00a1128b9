import type { Language } from '../generated/operations.ts'
import type { Figure, GroupValue, MeansData } from './figure.ts'
import { groupMeasures } from './group-measures.ts'
import { Table, type TableKey } from './table.ts'

/** Means of a numeric question by groups. */
export class MeansTable<Key extends TableKey = TableKey> extends Table<MeansData, GroupValue, Key> {
  constructor(data: MeansData, language: Language) {
    super(data, { language, figures: data.groups as readonly Figure<GroupValue>[], measures: groupMeasures })
  }

  /** The groups, row-major over the dimensions, categories before nets. */
  get groups(): readonly Figure<GroupValue>[] {
    return this.figures
  }

  /** The variable that the means are of. */
  get of(): MeansData['of'] {
    return this.data.of
  }
}
