/** The body of an answer of GraphQL. */
export interface Answer {
  readonly data?: unknown
  readonly errors?: readonly AnsweredError[]
}

interface AnsweredError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Reads an answer; undefined where it is not one of GraphQL. */
export function answered(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    if (isAnswer(answer)) return answer
  } catch {
    // Not JSON.
  }
  return undefined
}

/** Whether an answer has an error of this code; long answers without one are not read for it. */
export function answeredCode(text: string, code: string): boolean {
  if (!text.includes(`"${code}"`)) return false
  return answered(text)?.errors?.some(({ extensions }) => extensions?.code === code) ?? false
}

function isAnswer(answer: unknown): answer is Answer {
  if (typeof answer !== 'object' || answer === null) return false
  const { errors = [] } = answer as Answer
  return Array.isArray(errors) && ('data' in answer || 'errors' in answer)
}
