import type { Plugin } from 'graphql-yoga'
import { codebookJsonSchema } from '../codebook/codebook-format.ts'

/** Publishes the JSON Schema of the codebook format, for editors that check a codebook while it is written. */
export function useCodebookSchema(): Plugin {
  const body = JSON.stringify(codebookJsonSchema(), null, 2)
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname !== '/codebook.schema.json') return
      endResponse(new fetchAPI.Response(body, { headers: { 'content-type': 'application/schema+json' } }))
    },
  }
}
