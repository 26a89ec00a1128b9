import type { App } from '../../app.ts'
import { ask } from '../../testing/ask.ts'

/** What a mutation of follow-up answers, whatever it is about. */
export interface Payload {
  readonly item?: { readonly id: string; readonly version: number; readonly [field: string]: unknown } | null
  readonly removedId?: string | null
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

/** Asks for a mutation with one input; `fields` of the item it changes. */
export async function change(
  app: App,
  mutation: string,
  item: string,
  input: object,
  fields = 'id version',
): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { change: ${mutation}(input: $input) {
    item: ${item} { ${fields} } errors { code field message } } }`
  const { data, errors } = await ask<{ change: Payload }>(app, document, { input })
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data.change
}

/** Asks for a mutation that removes something. */
export async function remove(app: App, mutation: string, id: string, version: number): Promise<Payload> {
  const document = `mutation ($id: ID!, $version: Int!) { change: ${mutation}(id: $id, version: $version) {
    removedId errors { code field message } } }`
  const { data, errors } = await ask<{ change: Payload }>(app, document, { id, version })
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data.change
}
