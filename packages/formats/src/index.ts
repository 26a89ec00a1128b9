export { formatCsv } from './csv.ts'
export { formatJson } from './json.ts'
export { formatJsonStat, type JsonStatDataset } from './json-stat.ts'
export {
  codeLabel,
  type FormattableTable,
  type TableLabels,
  type VariableLabels,
  type VariableNote,
  variableLabel,
  variablesOf,
} from './table-labels.ts'
