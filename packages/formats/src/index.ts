export { formatCsv } from './csv.ts'
export { formatJson } from './json.ts'
export { formatJsonStat, type JsonStatDataset } from './json-stat.ts'
export type { FormattableTable, TableLabels, VariableLabels } from './table-labels.ts'
