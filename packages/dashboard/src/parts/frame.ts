import type { Wave } from '@peo/sdk'
import { html, nothing, type TemplateResult } from 'lit-html'
import { type PageState, views, writeState } from '../page-state.ts'
import type { Texts } from '../texts/texts.ts'
import { choice } from './choice.ts'

/** What stands around every view. */
export interface Frame {
  readonly state: PageState
  readonly texts: Texts
  readonly waves: readonly Wave[]
  readonly wave?: Wave
  readonly go: (change: Partial<PageState>) => void
  readonly isLoading: boolean
  /** Seconds that the service has it wait. */
  readonly waits?: number | undefined
  readonly content: unknown
}

/** The page: its name, the views as links, the choice of wave, and the view. */
export function frame({ state, texts, waves, wave, go, isLoading, waits, content }: Frame): TemplateResult {
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
      <p class="name">${texts.name}</p>
      <nav aria-label=${texts.viewsLabel}>
        ${views.map((view) => link({ view }, texts.views[view], view === state.view))}
      </nav>
      <p class="language" lang=${other.toLowerCase()}>${link({ language: other }, texts.otherLanguage)}</p>
      <div class="wave" ?hidden=${state.view === 'trend'}>
        ${choice(
          'wave',
          texts.wave,
          waves.map(({ code, title }) => ({ code, label: `${title} (${code})` })),
          wave?.code ?? '',
          (code) => go({ wave: code }),
        )}
      </div>
    </header>
    <main id="content" tabindex="-1" aria-busy=${isLoading ? 'true' : 'false'}>
      ${isLoading && waits !== undefined ? html`<p role="status">${texts.waits(String(waits))}</p>` : nothing}
      ${content}
    </main>
    <footer><p>${texts.source}</p></footer>`
}
