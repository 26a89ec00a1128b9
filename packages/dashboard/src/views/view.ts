import type { PeoClient, Wave } from '@peo/sdk'
import type { TemplateResult } from 'lit-html'
import type { PageState } from '../page-state.ts'
import type { Texts } from '../texts/texts.ts'

/** What a view is made from. */
export interface ViewContext {
  readonly peo: PeoClient
  /** Address of the service. */
  readonly service: string
  readonly state: PageState
  readonly texts: Texts
  /** The published waves, the earliest first. */
  readonly waves: readonly Wave[]
  /** The wave to show. */
  readonly wave: Wave
  /** Who signed in; none where nobody did. */
  readonly viewer?: Viewer | undefined
  /** Shows another state. */
  readonly go: (change: Partial<PageState>) => void
  /** Shows what the view has found first, while it looks for the rest. */
  readonly showFirst: (draw: Draw) => void
}

/** As whom the page reads. */
export interface Viewer {
  readonly name: string | null
  /** Category code of the partner organisation; null where it reads for none. */
  readonly organisation: string | null
}

/** Draws what a view found, for so many CSS pixels of width. */
export type Draw = (width: number) => TemplateResult

/** Finds what a view shows. */
export type LoadView = (context: ViewContext) => Promise<Draw>
