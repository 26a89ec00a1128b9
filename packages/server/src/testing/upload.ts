import type { App } from '../app.ts'
import { listen } from '../plugins/testing/listen.ts'
import type { GraphqlAnswer } from './ask.ts'

/**
 * Sends a mutation with files over the network, as the GraphQL multipart request specification says.
 *
 * @param files by field of the input
 */
export async function upload<Data = Record<string, never>>(
  app: App,
  query: string,
  input: object,
  files: Readonly<Record<string, File>>,
  headers: Readonly<Record<string, string>> = { 'x-peo-client': 'test' },
): Promise<{ readonly status: number; readonly body: GraphqlAnswer<Data> }> {
  const names = Object.keys(files)
  const none = Object.fromEntries(names.map((name) => [name, null]))
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables: { input: { ...input, ...none } } }))
  form.set(
    'map',
    JSON.stringify(Object.fromEntries(names.map((name) => [name, [`variables.input.${name}`]]))),
  )
  for (const name of names) form.set(name, files[name]!)
  const { origin, close } = await listen(app)
  try {
    const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: form })
    return { status: response.status, body: (await response.json()) as GraphqlAnswer<Data> }
  } finally {
    close()
  }
}
