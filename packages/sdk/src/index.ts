export { type Crosstab, type MeansTable, PeoClient, type Wave } from './client.ts'
export type { CallOptions, PeoClientOptions } from './client-options.ts'
export type {
  CategoryFilter,
  CellStatus,
  DimensionRole,
  Language,
  QuestionChange,
  TestMethod,
  WaveStatus,
} from './generated/operations.ts'
export { PeoError, type PeoErrorCode } from './peo-error.ts'
export type { CrosstabOptions, MeansOptions, TableOptions, WavesOptions } from './table-options.ts'
export type { TypedDocument } from './typed-document.ts'
