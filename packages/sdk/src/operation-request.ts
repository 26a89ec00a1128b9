/** An operation as it is asked over HTTP. */
export interface OperationRequest {
  /** Null where it has none. */
  readonly operation: string | null
  readonly method: 'GET' | 'POST'
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Whether it may be done twice. */
  readonly isQuery: boolean
}

/** Servers and proxies between take addresses of 8,000 characters. */
const longestAddress = 6000

/**
 * A query is asked by GET, for only then does the service tell by an entity tag whether the answer changed; what may
 * be anything else, or has a long address, by POST.
 */
export function operationRequest(endpoint: string, document: string, variables: object): OperationRequest {
  const isQuery = !/\b(mutation|subscription)\b/.test(document)
  // As text, the service refuses what JSON has no number for; JSON would say null, which is the default.
  const variablesText = JSON.stringify(variables, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value,
  )
  const params = new URLSearchParams({ query: document, variables: variablesText })
  const address = `${endpoint}${endpoint.includes('?') ? '&' : '?'}${params}`
  const bare = document.replace(/#.*|"(\\.|[^"\\])*"/g, '')
  const common = {
    operation: /\b(?:query|mutation|subscription)\s+(\w+)/.exec(bare)?.[1] ?? null,
    isQuery,
  }
  const accept = 'application/graphql-response+json, application/json;q=0.9'
  if (isQuery && address.length <= longestAddress)
    return { ...common, method: 'GET', address, headers: { accept } }
  return {
    ...common,
    method: 'POST',
    address: endpoint,
    headers: { accept, 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(document)},"variables":${variablesText}}`,
  }
}
