import type { Language } from '@peo/sdk'

/** What to ask the service for: percentages of a question, or means of a number. */
export type TableRequest =
  | {
      readonly kind: 'crosstab'
      readonly waves: readonly string[]
      readonly rows: string
      readonly columns: readonly string[]
      readonly language: Language
    }
  | {
      readonly kind: 'means'
      readonly waves: readonly string[]
      readonly of: string
      readonly by: readonly string[]
      readonly language: Language
    }

/** The address of a request's table as CSV, which needs no sign-in for what everyone may see. */
export function csvAddress(service: string, { kind, ...options }: TableRequest): string {
  const params = Object.entries(options).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value : value.join()
    return text === '' ? [] : [`${name}=${text.split(',').map(encodeURIComponent).join()}`]
  })
  return `${service}/tables/${kind}.csv?${params.join('&')}`
}

/** Codes of what is asked for, and then of what it is broken down by. */
export function askedFor(request: TableRequest): string[] {
  return request.kind === 'means' ? [request.of, ...request.by] : [request.rows, ...request.columns]
}

/** The name of the file that a table is saved as. */
export function fileName(request: TableRequest): string {
  return `${[...request.waves, ...askedFor(request)].join('-')}.csv`
}

/** The request as a GraphQL query that answers the figures of the chart. */
export function graphqlText({ kind, language, ...options }: TableRequest): string {
  const sides = Object.entries(options).filter(([, value]) => value.length > 0)
  const called = sides.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')
  const label = `label(language: ${language})`
  const figure =
    kind === 'crosstab'
      ? 'cells { categories status count columnPercent base interval { low high } higherThan }'
      : 'groups { categories status mean base interval { low high } }'
  return `{
  ${kind}(${called}) {
    dimensions { role variable { code ${label} } categories { code ${label} isNet } }
    ${figure}
    comparabilityNotes { wave note(language: ${language}) }
  }
}`
}

/**
 * The request as a line of TypeScript with the SDK.
 *
 * @param isSignedIn whether it takes the sign-in of a client
 */
export function sdkText(service: string, { kind, ...options }: TableRequest, isSignedIn: boolean): string {
  const quoted = (value: string | readonly string[]): string =>
    typeof value === 'string' ? `'${value}'` : `[${value.map(quoted).join(', ')}]`
  const named = Object.entries(options)
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `${name}: ${quoted(value)}`)
  return `import { PeoClient } from '@peo/sdk'

const peo = new PeoClient({${
    isSignedIn
      ? `
  url: '${service}/graphql',
  clientId: process.env.PEO_CLIENT_ID!,
  clientSecret: process.env.PEO_CLIENT_SECRET!,
`
      : ` url: '${service}/graphql' `
  }})
const table = await peo.${kind}({ ${named.join(', ')} })`
}
