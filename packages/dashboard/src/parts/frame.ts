import type { Wave } from '@peo/sdk'
import { html, nothing, type TemplateResult } from 'lit-html'
import { type PageState, views, writeState } from '../page-state.ts'
import type { Texts } from '../texts/texts.ts'
import type { Viewer } from '../views/view.ts'
import { choice } from './choice.ts'

/** What stands around every view. */
export interface Frame {
  readonly state: PageState
  readonly texts: Texts
  readonly waves: readonly Wave[]
  readonly wave?: Wave
  readonly go: (change: Partial<PageState>) => void
  readonly isLoading: boolean
  /** Whether what stands there is of an earlier choice. */
  readonly isStale: boolean
  /** Seconds that the service has it wait. */
  readonly waits?: number | undefined
  /** Who signed in. */
  readonly viewer?: Viewer | undefined
  readonly signOut: () => void
  readonly content: unknown
}

/** The page: its name, the views as links, the choice of wave, and the view. */
export function frame(page: Frame): TemplateResult {
  const { state, texts, waves, wave, go, isLoading, isStale, waits, viewer, content } = page
  const link = (change: Partial<PageState>, label: string, current = false) => {
    const follow = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      go(change)
    }
    const href = writeState({ ...state, ...change })
    return html`<a href=${href} aria-current=${current ? 'page' : 'false'} @click=${follow}>${label}</a>`
  }
  const other = state.language === 'NL' ? 'EN' : 'NL'
  return html`<a class="skip" href="#content">${texts.skip}</a>
    <header>
      <p class="name">${texts.name}${state.view === 'question' || state.view === 'own' ? html`<span class="printed">${wave?.title}</span>` : nothing}</p>
      <nav aria-label=${texts.viewsLabel}>
        ${views.map((view) => link({ view }, texts.views[view], view === state.view))}
      </nav>
      <p class="language" lang=${other.toLowerCase()}>${link({ language: other }, texts.otherLanguage)}</p>
      <div class="wave" ?hidden=${state.view === 'trend'}>
        ${choice(
          'wave',
          texts.wave,
          [
            ...(wave === undefined ? [{ code: '', label: state.wave ?? '' }] : []),
            ...waves.map(({ code, title }) => ({ code, label: `${title} (${code})` })),
          ],
          wave?.code ?? '',
          (code) => go({ wave: code }),
        )}
      </div>
      ${viewer === undefined ? nothing : signedIn(viewer, page)}
    </header>
    <main id="content" class=${isStale ? 'stale' : ''} tabindex="-1" aria-busy=${isLoading ? 'true' : 'false'}>
      ${isLoading ? html`<p class="fetching" role=${waits === undefined ? nothing : 'status'}>${waits === undefined ? texts.loading : texts.waits(String(waits))}</p>` : nothing}
      ${content}
    </main>
    <footer><p>${texts.source}</p></footer>`
}

function signedIn({ name }: Viewer, { texts, signOut }: Frame): TemplateResult {
  return html`<p class="signed-in">
    ${texts.signedInAs(name ?? '')}
    <button class="small" type="button" @click=${signOut}>${texts.signOut}</button>
  </p>`
}
