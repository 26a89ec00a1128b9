export { formatCsv } from './csv.ts'
export { csvLine } from './csv-line.ts'
export { respondentsDdi } from './ddi/respondents-ddi.ts'
export { formatJson } from './json.ts'
export { formatJsonStat } from './json-stat.ts'
export type { JsonStatDataset } from './json-stat-dataset.ts'
export { respondentsCsv, respondentsLabelledCsv } from './respondents/csv.ts'
export { respondentsParquet } from './respondents/parquet.ts'
export type {
  FileChunks,
  RespondentFile,
  RespondentVariable,
  RowBatches,
} from './respondents/respondent-file.ts'
export { respondentsSav } from './sav/respondents-sav.ts'
export {
  codeLabel,
  type FormattableTable,
  type TableLabels,
  type VariableLabels,
  type VariableNote,
  variableLabel,
  variablesOf,
} from './table-labels.ts'
export { respondentsTripleS } from './triple-s/respondents-triple-s.ts'
export { formatXlsx } from './xlsx/format-xlsx.ts'
export type { TableSource } from './xlsx/table-source.ts'
