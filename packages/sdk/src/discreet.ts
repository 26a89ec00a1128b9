/** Writes a message without what must not stand in it. */
export type Discreet = (message: string) => string

/** Codes of waves, variables and categories: what a question about a survey may be told back. */
const surveyCode = /^[\w:.-]{1,64}$/

/**
 * Leaves secrets and values of variables out of a message: those of a client's credentials always, and those of
 * variables but for codes of the survey where the message is about such a code.
 */
export function discreet(secrets: readonly string[], variables: unknown, aboutCodes: boolean): Discreet {
  const values = textsIn(variables).filter((text) => !(aboutCodes && surveyCode.test(text)))
  const hidden = [...secrets, ...values].filter((text) => text.length > 2).sort((a, b) => b.length - a.length)
  return (message) =>
    // As GraphQL's reference implementation tells it, with the value written out after.
    hidden.reduce(
      (text, value) => text.replaceAll(value, '…'),
      message.replace(/ got invalid value .*/s, ' got an invalid value; compare it with the schema.'),
    )
}

/** Every text and number within a value, as text. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}
