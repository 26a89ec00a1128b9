import type { Language } from '@peo/sdk'

export const views = ['glance', 'question', 'trend', 'own'] as const

/** What the page can show: a wave at a glance, a question by a breakdown, a trend, the own organisation. */
export type View = (typeof views)[number]

/** What the page shows, as its address says it: a link to an address shows the same. */
export interface PageState {
  readonly view: View
  readonly language: Language
  /** Code of the wave; the latest with results where it is absent. */
  readonly wave?: string
  /** Code of the variable asked; the first that fits where it is absent. */
  readonly question?: string
  /** Code of the background variable; `none` for everyone together, the first released where it is absent. */
  readonly breakdown?: string
}

const named = ['wave', 'question', 'breakdown'] as const

/** Reads the query of an address; what it does not say is left out. */
export function readState(search: string, preferred: readonly string[]): PageState {
  const params = new URLSearchParams(search)
  const view = views.find((one) => one === params.get('view')) ?? 'glance'
  const spoken = params.get('language') ?? preferred.find((one) => /^(nl|en)\b/i.test(one)) ?? 'nl'
  const codes = named.flatMap((name) => {
    const code = params.get(name)
    return code ? [[name, code]] : []
  })
  return { view, language: /^en/i.test(spoken) ? 'EN' : 'NL', ...Object.fromEntries(codes) }
}

/** The query of the address that shows this, with its question mark. */
export function writeState(state: PageState): string {
  const params = new URLSearchParams({ view: state.view })
  for (const name of named) if (state[name]) params.set(name, state[name])
  params.set('language', state.language.toLowerCase())
  return `?${params}`
}
