import { asSeenBy, ownBesideRest, REST } from '@peo/disclosure'
import type { Viewer } from '../context.ts'
import type { PublishedRelease } from '../release/published-releases.ts'
import type { ReleaseCodebook, ReleasedVariable } from '../release/release-codebook.ts'
import { mayRead } from './may-read.ts'

/** What all other organisations together are called. */
export const restLabel = { nl: 'Overige organisaties', en: 'Other organisations' }

const seen = new WeakMap<PublishedRelease, Map<string | undefined, PublishedRelease>>()

/**
 * A release as a reader sees it: staff whole; a partner's own organisation beside all others together; for everyone else,
 * no organisation by name. The same object for the same organisation.
 */
export function releaseFor(viewer: Viewer, release: PublishedRelease): PublishedRelease {
  const boundary = release.codebook.variables.find(({ partnerBoundary }) => partnerBoundary)
  if (boundary === undefined || mayRead(viewer, 'STAFF')) return release
  const own = boundary.categories?.find(({ code }) => code === viewer.organisation)
  const views = seen.get(release) ?? new Map<string | undefined, PublishedRelease>()
  seen.set(release, views)
  const view = views.get(own?.code) ?? viewOf(release, boundary, own)
  views.set(own?.code, view)
  return view
}

/** Whether a variable names organisations, and its reader may not read all of these. */
export function isPartOf({ partnerBoundary, categories = [] }: ReleasedVariable): boolean {
  return partnerBoundary === true && (categories.length === 0 || categories.some(({ code }) => code === REST))
}

type Category = NonNullable<ReleasedVariable['categories']>[number]

function viewOf(
  release: PublishedRelease,
  { code: variable }: ReleasedVariable,
  own: Category | undefined,
): PublishedRelease {
  return {
    ...release,
    codebook: withCategories(
      release.codebook,
      variable,
      own === undefined ? [] : [own, { code: REST, label: restLabel }],
    ),
    plan: ownBesideRest(release.plan, own?.code),
    data: async (variables, weighted) => {
      const data = await release.data(variables, weighted)
      return own === undefined ? data : asSeenBy(data, { variable, own: own.code })
    },
  }
}

function withCategories(codebook: ReleaseCodebook, code: string, categories: Category[]): ReleaseCodebook {
  const variables = codebook.variables.map((variable) =>
    variable.code === code ? { ...variable, categories, nets: [] } : variable,
  )
  return { ...codebook, variables }
}
