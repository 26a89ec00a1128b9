import { NetworkError, type RetryNotice, UnknownWaveError, type Wave } from '@peo/sdk'
import { html, noChange, nothing, render } from 'lit-html'
import { type Connection, connect, isSignedOut } from './connection.ts'
import { type PageState, readState, type View, writeState } from './page-state.ts'
import { frame } from './parts/frame.ts'
import { problemNotice } from './parts/problem.ts'
import { signInForm } from './parts/sign-in-form.ts'
import { serviceAddress } from './service-address.ts'
import { publishedWaves } from './survey/survey.ts'
import { textsIn } from './texts/texts.ts'
import { loadGlance } from './views/glance-view.ts'
import type { LoadView } from './views/view.ts'

/** What most come for is there; the others are fetched when they are asked for. */
const loaders: Record<View, LoadView> = {
  glance: loadGlance,
  question: async (context) => (await fetched(import('./views/question-view.ts'))).loadQuestion(context),
  trend: async (context) => (await fetched(import('./views/trend-view.ts'))).loadTrend(context),
  own: async (context) => (await fetched(import('./views/own-view.ts'))).loadOwn(context),
}

function fetched<Module>(module: Promise<Module>): Promise<Module> {
  return module.catch((cause: unknown) => {
    throw new NetworkError({ message: 'A part of the page cannot be fetched.', cause })
  })
}

/** Shows what the address says, and goes on following it. */
export function startPage(place: HTMLElement): void {
  const service = serviceAddress(document)
  let waits: number | undefined
  // Shorter waits are no news.
  const onRetry = ({ delay }: RetryNotice) => {
    if (delay < longWait) return
    waits = Math.ceil(delay / 1000)
    draw()
  }
  let connection: Connection = connect(service, onRetry)
  let waves: readonly Wave[] = []
  let shown: (width: number) => unknown = () => nothing
  let isLoading = true
  let isStale = true
  let latest = 0
  let isPrinted = false
  let drawnWidth = 0

  const state = () => readState(location.search, navigator.languages)
  const texts = () => textsIn(state().language)
  const waveOf = ({ wave }: PageState) =>
    waves.find(({ code }) => code === wave) ?? (wave === undefined ? waves.findLast(hasResults) : undefined)

  const draw = () => {
    const now = state()
    const wave = waveOf(now)
    drawnWidth = place.clientWidth
    document.documentElement.lang = texts().lang
    document.title = [texts().views[now.view], wave?.title, 'PEO'].filter(Boolean).join(' – ')
    // What is of an earlier choice stays as it is, with what was chosen in it meanwhile.
    const content = isStale ? noChange : shown(isPrinted ? printedWidth : contentWidth(place))
    render(
      frame({
        ...{
          state: now,
          texts: texts(),
          waves,
          ...(wave && { wave }),
          go,
          isLoading,
          isStale,
          waits,
          content,
        },
        ...{ viewer: connection.viewer, signOut },
      }),
      place,
    )
  }

  const go = (change: Partial<PageState>) => {
    const next = { ...state(), ...change }
    history.pushState(null, '', writeState(next))
    void show()
    if (change.view !== undefined) focus()
  }

  /** What had the focus is gone. */
  const focus = () => document.querySelector<HTMLElement>('main')?.focus()

  const signIn = async (clientId: string, clientSecret: string) => {
    connection = await connection.signIn(clientId, clientSecret)
    await show()
    focus()
  }

  /** Goes on as everyone, with the same wave where that is for everyone. */
  const signOut = async () => {
    latest++
    connection.end()
    connection = connect(service, onRetry)
    waves = []
    waits = undefined
    isLoading = true
    isStale = false
    shown = () => nothing
    draw()
    isStale = true
    draw()
    const { wave, language } = state()
    const open = await publishedWaves(connection.peo, language).catch(() => [])
    if (open.every(({ code }) => code !== wave)) go({ wave: '' })
    else void show()
    focus()
  }

  const show = async () => {
    const turn = ++latest
    isLoading = isStale = true
    waits = undefined
    draw()
    const stand = (found: typeof shown) => {
      if (turn !== latest) return
      shown = found
      isStale = false
      draw()
      performance.mark('view')
    }
    const found = await load(turn, stand).catch((error: unknown) => {
      // Who may no longer read so can go on as everyone, and sign in anew.
      if (turn === latest && isSignedOut(error)) connection = connect(service, onRetry)
      const again = () => void show().then(focus)
      const startOver = () => go({ view: 'glance', wave: '', question: '', breakdown: '' })
      return () => problemNotice(error, texts(), again, startOver)
    })
    if (turn !== latest) return
    isLoading = false
    stand(found)
  }

  const load = async (turn: number, showFirst: (found: typeof shown) => void) => {
    const now = state()
    const found = await publishedWaves(connection.peo, now.language)
    if (turn === latest) waves = found
    // A wave may be there for who signs in alone.
    if (now.view === 'own' && connection.viewer === undefined) return () => signInForm(texts(), signIn)
    const wave = waveOf(now)
    if (wave === undefined && now.wave) throw new UnknownWaveError({ message: now.wave })
    if (wave === undefined) return () => html`<h1>${texts().views[now.view]}</h1><p>${texts().noWaves}</p>`
    return loaders[now.view]({
      ...connection,
      service,
      state: now,
      texts: texts(),
      waves,
      wave,
      go,
      showFirst,
    })
  }

  addEventListener('popstate', () => void show())
  for (const event of ['beforeprint', 'afterprint'])
    addEventListener(event, () => {
      isPrinted = event === 'beforeprint'
      draw()
    })
  new ResizeObserver(() => {
    if (place.clientWidth !== drawnWidth) draw()
  }).observe(place)
  void show()
}

/** In milliseconds. */
const longWait = 3000

const hasResults = ({ status }: Wave) => status === 'PUBLISHED'

/** For charts of two columns, drawn small: so wide is A4 for the factsheet, in CSS pixels. */
const printedWidth = 980

/** The width of the text, in CSS pixels. */
function contentWidth(place: HTMLElement): number {
  return Math.floor(Math.max(280, Math.min(place.clientWidth - 32, 1040)))
}
