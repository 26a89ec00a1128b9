/** The body of an answer of GraphQL. */
export interface Answer {
  readonly data: unknown
  readonly errors: readonly AnsweredError[]
}

interface AnsweredError {
  readonly message: string
  /** Where it came up; none where nothing was begun. */
  readonly path?: unknown
  readonly extensions?: Readonly<Record<string, unknown>> | null
}

/** The members of a JSON object; none where a text is not one. */
export function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Reads an answer; undefined where it is not one of GraphQL. */
export function answered(text: string): Answer | undefined {
  const { data, errors } = membersOf(text)
  const all = errors ?? []
  if (Array.isArray(all) && all.every(isError) && (data || all.length > 0)) return { data, errors: all }
}

/** The error of this code in an answer; long answers without one are not read for it. */
export function answeredError(text: string, code: string): AnsweredError | undefined {
  if (!text.includes(`"${code}"`)) return
  return answered(text)?.errors.find(({ extensions }) => extensions?.code === code)
}

function isError(error: AnsweredError | null): error is AnsweredError {
  return typeof error?.message === 'string'
}
