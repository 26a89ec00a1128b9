import type { Language } from '@peo/sdk'
import { en } from './texts-en.ts'
import { nl } from './texts-nl.ts'

/** What the page says in a language. */
export type Texts = typeof nl

/** The texts of a language. */
export const textsIn = (language: Language): Texts => (language === 'EN' ? en : nl)
