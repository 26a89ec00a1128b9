import type { WithheldReason } from '@peo/disclosure'
import type { App } from '../app.ts'

interface Code {
  readonly code: string
  readonly label: string
}

/** How much of some tables would be shown. */
export interface Shown {
  readonly groupsWithheld: number
  readonly numbersShown: number
  readonly numbersWithheld: number
}

/** A group that would be withheld. */
export interface Group {
  readonly question: Code | null
  readonly sides: readonly { readonly variable: Code; readonly category: Code | null }[]
  readonly reason: WithheldReason
}

/** What a preview tells, its groups in one list. */
export interface PreviewAnswer {
  readonly wave: string
  readonly minimumGroupSize: number
  readonly total: Shown
  readonly shapes: readonly {
    readonly kind: 'ALONE' | 'BREAKDOWN' | 'QUESTIONS'
    readonly variables: readonly Code[]
    readonly visibility: Shown
  }[]
  readonly choices: readonly {
    readonly kind: 'MERGE' | 'DROP'
    readonly variables: readonly Code[]
    readonly level: Code | null
    readonly total: Shown
    readonly moreNumbers: number
    readonly fewerWithheld: number
  }[]
  readonly withheldGroups: readonly Group[]
}

/** Why there is no preview. */
export interface PreviewFailure {
  readonly code: string
  readonly message: string
}

interface Page {
  readonly nodes: readonly Group[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

type Answer<Preview> = {
  readonly data?: { readonly releasePreview: Preview } | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

const code = '{ code label(language: $language) }'
const shown = '{ groupsWithheld numbersShown numbersWithheld }'
const page = `withheldGroups(first: 100, after: $after) {
  nodes { question ${code} sides { variable ${code} category ${code} } reason }
  pageInfo { hasNextPage endCursor }
}`
const variables = '($wave: String!, $language: Language!, $after: String)'
const firstPage = `query ${variables} { releasePreview(wave: $wave) {
  wave minimumGroupSize total ${shown}
  shapes { kind variables ${code} visibility ${shown} }
  choices { kind variables ${code} level ${code} total ${shown} moreNumbers fewerWithheld }
  ${page}
} }`
const nextPage = `query ${variables} { releasePreview(wave: $wave) { ${page} } }`

/** Asks a service, as staff, for all that it can tell of the release of a wave. */
export async function askPreview(
  app: App,
  wave: string,
  language: 'NL' | 'EN',
): Promise<PreviewAnswer | PreviewFailure> {
  const ask = async <Preview>(query: string, after: string | null) => {
    const body = JSON.stringify({ query, variables: { wave, language, after } })
    const headers = { 'content-type': 'application/json' }
    const response = await app.fetch('http://localhost/graphql', { method: 'POST', headers, body })
    return (await response.json()) as Answer<Preview>
  }
  const first = await ask<Omit<PreviewAnswer, 'withheldGroups'> & { withheldGroups: Page }>(firstPage, null)
  if (!first.data) return failure(first)
  const { withheldGroups, ...preview } = first.data.releasePreview
  const groups = [...withheldGroups.nodes]
  for (let { pageInfo } = withheldGroups; pageInfo.hasNextPage; ) {
    const next = await ask<{ withheldGroups: Page }>(nextPage, pageInfo.endCursor)
    if (!next.data) return failure(next)
    groups.push(...next.data.releasePreview.withheldGroups.nodes)
    pageInfo = next.data.releasePreview.withheldGroups.pageInfo
  }
  return { ...preview, withheldGroups: groups }
}

function failure({ errors }: Answer<unknown>): PreviewFailure {
  const [error] = errors ?? []
  return { code: error?.extensions?.code ?? '', message: error?.message ?? 'The service gave no answer.' }
}
