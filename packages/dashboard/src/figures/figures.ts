/** One number of a chart, or why there is none. */
export type Mark =
  | {
      readonly status: 'VALUE'
      readonly value: number
      /** Respondents that it rests on. */
      readonly base: number
      readonly low: number | null
      readonly high: number | null
      /** Codes of the columns that it is significantly higher than. */
      readonly higherThan: readonly string[]
    }
  | { readonly status: 'WITHHELD' | 'NOT_ASKED' }

/** The lowest and the highest answer that a codebook allows; null where it sets none. */
export type Ends = readonly [low: number | null, high: number | null]

/** A row or a column of a chart. */
export interface Head {
  readonly code: string
  readonly label: string
}

/** What a chart and its table show: answers by groups. Percentages of the group, or means in one row. */
export interface Figures {
  readonly unit: 'percent' | 'mean'
  /** From where to where the scale runs. */
  readonly scale: readonly [low: number, high: number]
  readonly rows: readonly Head[]
  readonly columns: readonly Head[]
  /** By row and column. */
  readonly marks: readonly (readonly Mark[])[]
  /** What changed between waves, in words. */
  readonly notes: readonly string[]
}

/** Only these rows, in this order. */
export function onlyRows(figures: Figures, codes: readonly string[]): Figures {
  const places = codes
    .map((code) => figures.rows.findIndex((row) => row.code === code))
    .filter((at) => at >= 0)
  return {
    ...figures,
    rows: places.map((at) => figures.rows[at]!),
    marks: places.map((at) => figures.marks[at]!),
  }
}

/** The same row of several questions side by side: each becomes a column, called after its question. */
export function besideEachOther(
  parts: readonly { readonly head: Head; readonly figures: Figures }[],
): Figures {
  const [first] = parts
  if (first === undefined) throw new RangeError('There is nothing to put side by side.')
  return {
    ...first.figures,
    columns: parts.map(({ head }) => head),
    marks: first.figures.rows.map((_, row) => parts.map(({ figures }) => figures.marks[row]![0]!)),
    notes: notesOf(parts),
  }
}

/** A note that is not of all questions says of which it is. */
function notesOf(parts: readonly { readonly head: Head; readonly figures: Figures }[]): string[] {
  const isOfAll = (note: string) => parts.every(({ figures }) => figures.notes.includes(note))
  const notes = parts.flatMap(({ head, figures }) =>
    figures.notes.map((note) => (isOfAll(note) ? note : `${head.label}, ${note}`)),
  )
  return [...new Set(notes)]
}

/** The columns of two charts of the same rows, side by side. */
export function joined(figures: Figures, others: Figures): Figures {
  return {
    ...figures,
    scale: [Math.min(figures.scale[0], others.scale[0]), Math.max(figures.scale[1], others.scale[1])],
    columns: [...figures.columns, ...others.columns],
    marks: figures.marks.map((row, at) => [...row, ...others.marks[at]!]),
  }
}

/** Letters for columns, as in tables of statistics: A, B, and after Z AA. */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last
}

/** The letters of the columns that a number is significantly higher than. */
export function lettersOf(mark: Mark, columns: readonly Head[]): string {
  if (mark.status !== 'VALUE') return ''
  return columns.flatMap(({ code }, at) => (mark.higherThan.includes(code) ? [letterOf(at)] : [])).join(' ')
}
