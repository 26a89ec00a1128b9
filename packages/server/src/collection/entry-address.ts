/** Where a questionnaire is answered: the path before a code or the secret of a link. */
export const entryPath = '/answer'

/** The address that opens a questionnaire with a code or the secret of a link. */
export function entryAddress(url: string, secret: string): string {
  return `${url}${entryPath}/${secret}`
}
