export { PeoClient } from './client.ts'
export type { CallOptions, PeoClientOptions } from './client-options.ts'
export { codegenPreset } from './codegen-preset.ts'
export { PeoCore } from './core.ts'
export {
  type AnyPeoError,
  BreakdownNotReleasedError,
  ForbiddenError,
  GraphqlValidationFailedError,
  InternalServerError,
  InvalidInputError,
  isPeoError,
  NetworkError,
  RateLimitedError,
  RepeatedCursorError,
  TimeoutError,
  TooCostlyError,
  UnauthenticatedError,
  UnknownVariableError,
  UnknownWaveError,
} from './errors.ts'
export type {
  Addressee,
  AnswerStatus,
  CategoryFilter,
  CellStatus,
  DimensionRole,
  FindingKind,
  Language,
  Measurement,
  MeetingKind,
  QuestionChange,
  RecommendationStatus,
  TestMethod,
  WaveStatus,
} from './generated/operations.ts'
export { crosstab } from './methods/crosstab.ts'
export { type FollowUp, followUp } from './methods/follow-up.ts'
export { means } from './methods/means.ts'
export { type Question, questions } from './methods/questions.ts'
export {
  type Recommendation,
  type RecommendationsOptions,
  recommendations,
} from './methods/recommendations.ts'
export { type Respondent, respondents } from './methods/respondents.ts'
export { trend } from './methods/trend.ts'
export { type Variable, variables } from './methods/variables.ts'
export { type Wave, waves } from './methods/waves.ts'
export type { DeprecationNotice, RequestNotice, RetryNotice } from './notices.ts'
export { type Page, type Pages, pages } from './pages.ts'
export { PeoError, type PeoErrorCode, type PeoFailure } from './peo-error.ts'
export type {
  CategorisedCode,
  CategoryCode,
  FilterOf,
  NumericCode,
  Survey,
  SurveyVariable,
  VariableCode,
  WaveCode,
} from './survey.ts'
export { type SurveyDescription, surveyTypes } from './survey-types.ts'
export { CrosstabTable } from './table/crosstab-table.ts'
export type {
  CellValue,
  CrosstabData,
  Figure,
  GroupValue,
  MeansData,
  NotAskedFigure,
  WithheldFigure,
} from './table/figure.ts'
export type { JsonStatDataset, JsonStatDimension } from './table/json-stat.ts'
export { MeansTable } from './table/means-table.ts'
export type { Pivot, PivotHead, PivotSides } from './table/pivot.ts'
export type { Table, TableKey, TableRow } from './table/table.ts'
export type {
  CrosstabOptions,
  KeyOf,
  ListOptions,
  MeansOptions,
  OneWaveOptions,
  SeveralWaves,
  TableOptions,
  TrendKeyOf,
} from './table-options.ts'
export type { TypedDocument } from './typed-document.ts'
