import type { PeoClient, TypedDocument } from '@peo/sdk'
import type { TableRequest } from '../figures/table-request.ts'

/** Has the browser save a table as CSV that the plain address gives only to who signs in. */
export async function saveCsv(peo: PeoClient, { kind, language, ...options }: TableRequest): Promise<void> {
  const sides = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const document = `{ ${kind}(${sides.join(', ')}) { csv(language: ${language}) } }` as TypedDocument<
    Record<string, { readonly csv: string }>,
    Record<string, never>
  >
  const table = (await peo.query(document))[kind]!
  const link = globalThis.document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', table.csv], { type: 'text/csv' }))
  link.download = `${kind}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
