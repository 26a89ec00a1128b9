/** The headers of an answer that is an error alone: nobody keeps it. */
export const errorHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
} as const

/** An error outside GraphQL, in the shape that GraphQL gives it. */
export function errorBody(message: string, extensions: object): string {
  return JSON.stringify({ errors: [{ message, extensions }] })
}
