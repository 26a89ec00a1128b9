import type { Profile } from './linear-system.ts'
import type { Side } from './side.ts'

/** A row of the anonymised answers. */
export interface FileRow {
  /** By background variable, the categories that it may be; the empty one is no answer. Absent where all may be. */
  readonly background: Readonly<Record<string, readonly string[]>>
  readonly weight: number
  /** By question, an answer, a number as text, or the options named; null where there was none, or it was not asked. */
  readonly answers: Readonly<Record<string, string | readonly string[] | null>>
}

/** Rows that say the same of background and weight. */
export interface RowClass {
  readonly name: string
  readonly rows: readonly FileRow[]
}

/** The classes of a file. */
export function classesOf(rows: readonly FileRow[]): RowClass[] {
  const classes = new Map<string, FileRow[]>()
  for (const row of rows) {
    const name = JSON.stringify([Object.entries(row.background).sort(), row.weight])
    classes.set(name, [...(classes.get(name) ?? []), row])
  }
  return [...classes].map(([name, members]) => ({ name, rows: members }))
}

/** Whether a respondent of a profile may be behind a row. */
export function mayBe({ background }: FileRow, by: readonly Side[], { values }: Profile): boolean {
  return by.every(({ code }, place) => background[code]?.includes(values[place]!) ?? true)
}
