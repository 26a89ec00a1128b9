import type { RequestListener } from 'node:http'
import { createSchema, createYoga } from 'graphql-yoga'
import type { HeaderOf } from '../../access/asker.ts'
import { unlimited } from '../../access/rates.ts'
import { knownFirst } from '../known-first.ts'
import { responseCache } from '../response-cache.ts'

interface EchoContext {
  readonly viewer: {
    readonly role: string
    readonly organisations: ReadonlySet<string>
    readonly language: string
  }
  readonly releases: () => Promise<readonly { readonly digest: string }[]>
  readonly drafts: readonly string[]
}

/** A service whose tables repeat all that they were asked, and by whom. */
export interface EchoService {
  readonly fetch: (request: Request) => Promise<Response>
  readonly listener: RequestListener
  /** How many fields were resolved so far. */
  readonly resolved: () => number
}

const typeDefs = /* GraphQL */ `
  type Query {
    table(rows: String = "sector", confidenceLevel: Float): String!
    viewer: String!
    drafts: String!
    broken: String
  }
  type Mutation {
    table: String!
  }
`

/**
 * Makes a service that reads the viewer from the headers `organisations`, `language` and `role`.
 *
 * @param releases gives the digests of the current releases
 * @param isCached without, it executes everything anew
 */
export function echoService(
  releases: () => Promise<readonly { readonly digest: string }[]>,
  isCached = true,
): EchoService {
  let resolved = 0
  const contextOf = ({ headerOf }: { readonly headerOf: HeaderOf }): EchoContext => ({
    viewer: {
      organisations: new Set((headerOf('organisations') ?? '').split(',')),
      language: headerOf('language') ?? 'nl',
      role: headerOf('role') ?? 'EVERYONE',
    },
    releases,
    drafts: [],
  })
  const table = async (
    _: unknown,
    args: object,
    { releases, viewer }: EchoContext,
    { variableValues, operation }: { variableValues: unknown; operation: { name?: { value: string } } },
  ) => {
    resolved++
    const digests = (await releases()).map(({ digest }) => digest)
    const { organisations, language, role } = viewer
    return JSON.stringify([
      digests,
      [...organisations],
      language,
      role,
      args,
      variableValues,
      operation.name?.value,
    ])
  }
  const counted =
    (field: (context: EchoContext) => string) => (_: unknown, __: unknown, context: EchoContext) => {
      resolved++
      return field(context)
    }
  const Query = {
    table,
    viewer: counted(({ viewer }) => viewer.language),
    drafts: counted(({ drafts }) => drafts.join()),
    broken: counted(() => {
      throw new Error('broken')
    }),
  }
  const schema = createSchema<EchoContext>({ typeDefs, resolvers: { Query, Mutation: { table } } })
  const cache = responseCache(contextOf, () => {})
  const yoga = createYoga<object, EchoContext>({
    schema,
    logging: false,
    ...(isCached
      ? { plugins: [...cache.plugins] }
      : { context: ({ request }) => contextOf({ headerOf: (name) => request.headers.get(name) }) }),
  })
  const listener = knownFirst(
    cache,
    { count: () => {} },
    { headers: {}, rates: unlimited, trustedProxies: 0, record: () => {} },
    yoga,
  )
  return { fetch: async (request) => yoga.fetch(request), listener, resolved: () => resolved }
}
