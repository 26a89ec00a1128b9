import type { FollowUp, Language, PeoClient, TypedDocument, Wave } from '@peo/sdk'
import { remembered } from './remembered.ts'

/** A question as a wave asked it. */
export interface Question {
  readonly comparabilityNote: string | null
  readonly wording: string
  readonly categories: readonly { readonly code: string }[]
  readonly nets: readonly { readonly code: string; readonly label: string }[]
  readonly variable: {
    readonly code: string
    readonly label: string
    readonly measurement: 'NOMINAL' | 'ORDINAL' | 'NUMERIC' | 'MULTIPLE' | 'TEXT' | 'WEIGHT'
    readonly background: boolean
    readonly theme: string | null
    readonly minimum: number | null
    readonly maximum: number | null
  }
}

interface Answer {
  readonly wave: { readonly questions: { readonly nodes: readonly Question[] } } | null
}

const questionsDocument = `query Questions($wave: String!, $language: Language!) {
  wave(code: $wave) {
    questions(first: 100) {
      nodes {
        wording(language: $language)
        comparabilityNote(language: $language)
        categories { code }
        nets { code label(language: $language) }
        variable { code label(language: $language) measurement background theme minimum maximum }
      }
    }
  }
}` as TypedDocument<Answer, { readonly wave: string; readonly language: Language }>

/** The waves whose results are out, the earliest first. */
export async function publishedWaves(peo: PeoClient, language: Language): Promise<readonly Wave[]> {
  const all = await remembered(peo, `waves ${language}`, () => peo.waves({ language }))
  return all.filter(({ status }) => status === 'PUBLISHED')
}

/** The questions of a wave that have tables, in its order; none where there is no such wave. */
export async function askedIn(
  peo: PeoClient,
  wave: string,
  language: Language,
): Promise<readonly Question[]> {
  const answer = await remembered(peo, `questions ${wave} ${language}`, () =>
    peo.query(questionsDocument, { wave, language }),
  )
  const questions = answer.wave?.questions.nodes ?? []
  return questions.filter(({ variable }) => !/^(TEXT|WEIGHT)$/.test(variable.measurement))
}

/** What followed from a wave. */
export function followedFrom(peo: PeoClient, wave: string, language: Language): Promise<FollowUp | null> {
  return remembered(peo, `follow-up ${wave} ${language}`, () => peo.followUp({ wave, language }))
}

/** From where to where the answers to a numeric question run. */
export function scaleOf({ variable }: Question): readonly [number, number] {
  return [variable.minimum ?? 0, variable.maximum ?? 100]
}

/** Whether a question has means instead of percentages. */
export const isNumeric = ({ variable }: Question): boolean => variable.measurement === 'NUMERIC'
