/** What the service says of a file of answers. */
export interface ImportOutcome {
  readonly respondents: number | null
  readonly already: boolean
  readonly moreProblems: number
  readonly columns: readonly { readonly column: string; readonly understood: string }[]
  readonly problems: readonly {
    readonly row: number | null
    readonly column: string | null
    readonly message: string
  }[]
  readonly errors: readonly { readonly code: string; readonly message: string }[]
}

/** What became of a file, for people: what each column was understood as, what is wrong by row, how many it has. */
export function importReport(file: string, outcome: ImportOutcome, dryRun: boolean): string {
  const { columns, problems, moreProblems, errors, respondents, already } = outcome
  const lines = [
    ...(dryRun ? columns.map(({ column, understood }) => `${column}: ${understood}`) : []),
    // What is wrong in the file stands by row below.
    ...(problems.length > 0 ? [] : errors.map(({ message }) => message)),
    ...problems.map(({ row, column, message }) =>
      [row === null ? [] : `row ${row}`, column ?? [], message].flat().join(', '),
    ),
    ...(moreProblems > 0 ? [`… and ${moreProblems} more.`] : []),
  ]
  if (already) lines.push(`${file} was imported before; nothing was changed.`)
  else if (respondents !== null) {
    lines.push(`${file}: ${respondents} respondents ${dryRun ? 'can be imported' : 'imported'}.`)
  }
  return lines.map((line) => `${line}\n`).join('')
}
