export { type Crosstab, type FollowUp, type MeansTable, PeoClient, type Wave } from './client.ts'
export type { CallOptions, PeoClientOptions } from './client-options.ts'
export type {
  Addressee,
  CategoryFilter,
  CellStatus,
  DimensionRole,
  FindingKind,
  Language,
  MeetingKind,
  QuestionChange,
  RecommendationStatus,
  TestMethod,
  WaveStatus,
} from './generated/operations.ts'
export { PeoError, type PeoErrorCode } from './peo-error.ts'
export type {
  CrosstabOptions,
  FollowUpOptions,
  MeansOptions,
  TableOptions,
  WavesOptions,
} from './table-options.ts'
export type { TypedDocument } from './typed-document.ts'
