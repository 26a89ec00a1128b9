import type { ProtectedCrosstab, ProtectedMeans } from '@peo/disclosure'

/** Labels in one language, for every variable of a table, `wave` included. */
export interface TableLabels {
  readonly language: 'nl' | 'en'
  /** By variable code: its label, and the labels of its categories and nets (`net:<code>`) by code. */
  readonly variables: ReadonlyMap<string, VariableLabels>
}

/** The label of a variable and those of its codes. */
export interface VariableLabels {
  readonly label: string
  readonly codes: ReadonlyMap<string, string>
}

/** A table that may leave the service. */
export type FormattableTable = ProtectedCrosstab | ProtectedMeans

/** The label of a variable; its code where the labels lack it. */
export function variableLabel(labels: TableLabels, variable: string): string {
  return labels.variables.get(variable)?.label ?? variable
}

/** The label of a category or net; its code where the labels lack it. */
export function codeLabel(labels: TableLabels, variable: string, code: string): string {
  return labels.variables.get(variable)?.codes.get(code) ?? code
}
