/** Writes a message without what must not stand in it. */
export type Discreet = (message: string) => string

/** Leaves secrets and values of variables out of a message; of a letter or two, where they stand by themselves. */
export function discreet(secrets: readonly (string | undefined)[], variables: unknown): Discreet {
  const hidden = ([...secrets, ...textsIn(variables)].filter(Boolean) as string[]).sort(
    (a, b) => b.length - a.length,
  )
  return (message) =>
    hidden.reduce(
      (text, value) =>
        /\W|.../.test(value)
          ? text.replaceAll(value, '…')
          : text.replace(/\w+/g, (word) => (word === value ? '…' : word)),
      // As GraphQL's reference implementation tells it, with the value written out after.
      variables ? message.replace(/(got invalid value) .*/s, '$1.') : message,
    )
}

/** Every text and number of what is sent, as it is and as JSON writes it. */
function textsIn(sent: unknown): string[] {
  const texts: string[] = []
  JSON.stringify(sent, (_, value) => {
    if (/string|number/.test(typeof value)) texts.push(`${value}`, JSON.stringify(`${value}`).slice(1, -1))
    return value
  })
  return texts
}
