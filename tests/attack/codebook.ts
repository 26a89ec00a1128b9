/** A variable as any reader finds it in a wave's questionnaire. */
export interface CodebookVariable {
  readonly code: string
  readonly measurement: 'NOMINAL' | 'ORDINAL' | 'NUMERIC' | 'MULTIPLE'
  readonly background: boolean
  readonly categories: readonly string[]
  readonly nets: readonly { readonly code: string; readonly categories: readonly string[] }[]
  readonly askedIf: { readonly variable: string; readonly categories: readonly string[] } | null
  /** Lowest and highest value of a number. */
  readonly minimum: number | null
  readonly maximum: number | null
}

/** What any reader knows of a wave before asking for a table. */
export interface WaveCodebook {
  readonly wave: string
  readonly minimumGroupSize: number
  readonly respondents: number
  readonly breakdowns: readonly (readonly string[])[]
  /** Those that can be tabulated. */
  readonly variables: readonly CodebookVariable[]
}

/** The codes that tables use for a variable's groups: categories, then nets. */
export function groupCodes({ categories, nets }: CodebookVariable): string[] {
  return [...categories, ...nets.map(({ code }) => `net:${code}`)]
}
