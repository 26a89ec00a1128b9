export { formatCsv } from './csv.ts'
export { formatJson } from './json.ts'
export { formatJsonStat, type JsonStatDataset } from './json-stat.ts'
export {
  codeLabel,
  type FormattableTable,
  type TableLabels,
  type VariableLabels,
  variableLabel,
} from './table-labels.ts'
