import stringWidth from 'string-width'

/** A column of text: its head, and whether its fields are numbers. */
export interface TextColumn {
  readonly head: string
  readonly isNumber?: boolean
}

/** Signs in a head of a column of numbers, and of any other column, before it goes on below. */
const widest = { number: 14, text: 44 }

/** Lays fields out in columns, heads above them and a line between; long heads and texts go on below. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const heads = columns.map(({ head, isNumber }) => wrapped(head, isNumber ? widest.number : widest.text))
  const bodies = rows.map((row) =>
    row.map((field, at) => (columns[at]?.isNumber ? [field] : wrapped(field, widest.text))),
  )
  const widths = columns.map((_, at) =>
    Math.max(...[heads, ...bodies].flatMap((row) => (row[at] ?? ['']).map((line) => stringWidth(line)))),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const printed = (row: readonly (readonly string[])[], fromBelow: boolean) => {
    const height = Math.max(...row.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      columns
        .map(({ isNumber }, at) => {
          const lines = row[at] ?? []
          const text = lines[fromBelow ? line - height + lines.length : line] ?? ''
          const space = ' '.repeat(widths[at]! - stringWidth(text))
          return isNumber ? space + text : text + space
        })
        .join('  ')
        .trimEnd(),
    )
  }
  const lines = [...printed(heads, true), rule, ...bodies.flatMap((row) => printed(row, false))]
  return `${lines.join('\n')}\n`
}

/** A text in lines of so many signs, broken between words where it can be. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)!
    const longer = last === '' ? word : `${last} ${word}`
    if (last === '' || stringWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
