/** Something that a reader can compute about fewer than k respondents. */
export interface Finding {
  readonly wave: string
  /** What the reader knew besides: the codebook alone, or everybody's background. */
  readonly knows: 'codebook' | 'backgrounds'
  readonly question: string
  /** Who they are, and how many answered. */
  readonly group: string
  readonly base: number
  /** What is known of them: how many gave an answer, their base or the sum of their numbers; their one answer; or which row is theirs. */
  readonly found: 'count' | 'base' | 'sum' | 'one answer' | 'row'
  readonly answer: string
  readonly value: number
}

/** A finding as a line. */
export function describeFinding({
  wave,
  knows,
  question,
  group,
  base,
  found,
  answer,
  value,
}: Finding): string {
  return `${wave} (knowing ${knows}): of ${base} with ${group}, ${question}: ${found} ${answer} = ${value}`
}
