import type { CrosstabQuery, MeansQuery } from '../generated/operations.ts'

/** A cross-tab as GraphQL answers it; a number that is not shown is null. */
export type CrosstabData = CrosstabQuery['crosstab']

/** A table of means as GraphQL answers it; a number that is not shown is null. */
export type MeansData = MeansQuery['means']

type Cell = CrosstabData['cells'][number]
type Group = MeansData['groups'][number]

/** A figure that is there. Its numbers are as documented in the schema, not rounded. */
type Shown<Data, Sure extends keyof Data> = {
  readonly [Name in keyof Data]: Name extends 'status'
    ? 'VALUE'
    : Name extends Sure
      ? NonNullable<Data[Name]>
      : Data[Name]
}

/** A cell of a cross-tab that is there. What is null in it cannot be computed, or would tell a total that is withheld. */
export interface CellValue extends Shown<Cell, 'count' | 'base'> {}

/** A group of a table of means that is there. What is null in it cannot be computed, or could tell single answers. */
export interface GroupValue extends Shown<Group, 'base' | 'effectiveBase' | 'mean'> {}

/** A figure that is not shown to protect people; that of an empty group too. Its type has no numbers, so that code that forgets it does not compile. */
export interface WithheldFigure {
  readonly status: 'WITHHELD'
  /** Codes in the order of the table's dimensions. */
  readonly categories: readonly string[]
}

/** A figure of a wave that did not ask the question. */
export interface NotAskedFigure {
  readonly status: 'NOT_ASKED'
  /** Codes in the order of the table's dimensions. */
  readonly categories: readonly string[]
}

/** A figure: look at its `status` first, for only one that is there has numbers. */
export type Figure<Value extends CellValue | GroupValue> = Value | WithheldFigure | NotAskedFigure
