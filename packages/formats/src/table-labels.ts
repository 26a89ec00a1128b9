import type { ProtectedCrosstab, ProtectedMeans } from '@peo/disclosure'

/** Labels in one language, for every variable of a table, `wave` included. */
export interface TableLabels {
  readonly language: 'nl' | 'en'
  /** By variable code: its label, and the labels of its categories and nets (`net:<code>`) by code. */
  readonly variables: ReadonlyMap<string, VariableLabels>
  /** What changed in variables since earlier waves; those of variables outside the table are passed over. */
  readonly notes: readonly VariableNote[]
}

/** What changed in a variable in one wave. */
export interface VariableNote {
  readonly wave: string
  readonly variable: string
  readonly note: string
}

/** The label of a variable and those of its codes. */
export interface VariableLabels {
  readonly label: string
  readonly codes: ReadonlyMap<string, string>
}

/** A table that may leave the service. */
export type FormattableTable = ProtectedCrosstab | ProtectedMeans

/** Codes of the variables of a table, `wave` included; of means, what they are of comes first. */
export function variablesOf(table: FormattableTable): string[] {
  const shown = table.dimensions.map(({ variable }) => variable)
  return table.kind === 'means' ? [table.of, ...shown] : shown
}

/** The label of a variable; its code where the labels lack it. */
export function variableLabel(labels: TableLabels, variable: string): string {
  return labels.variables.get(variable)?.label ?? variable
}

/** The label of a category or net; its code where the labels lack it. */
export function codeLabel(labels: TableLabels, variable: string, code: string): string {
  return labels.variables.get(variable)?.codes.get(code) ?? code
}
