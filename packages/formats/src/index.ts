export { formatCsv } from './csv.ts'
export { csvLine } from './csv-line.ts'
export { formatJson } from './json.ts'
export { formatJsonStat } from './json-stat.ts'
export type { JsonStatDataset } from './json-stat-dataset.ts'
export { type RespondentVariable, respondentsCsv, respondentsCsvHeader } from './respondents-csv.ts'
export {
  codeLabel,
  type FormattableTable,
  type TableLabels,
  type VariableLabels,
  type VariableNote,
  variableLabel,
  variablesOf,
} from './table-labels.ts'
