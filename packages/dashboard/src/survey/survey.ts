import type { FollowUp, Language, PeoClient, TypedDocument, Wave } from '@peo/sdk'
import type { Ends } from '../figures/figures.ts'
import { remembered } from './remembered.ts'

/** A named union of answers. */
export interface Net {
  readonly code: string
  readonly label: string
  /** Codes of the answers. */
  readonly categories: readonly string[]
}

/** A question as a wave asked it. */
export interface Question {
  readonly comparabilityNote: string | null
  readonly wording: string
  readonly categories: readonly { readonly code: string }[]
  readonly nets: readonly Net[]
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
  readonly wave: {
    readonly questions: {
      readonly nodes: readonly Question[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  } | null
}

const questionsDocument = `query Questions($wave: String!, $language: Language!, $after: String) {
  wave(code: $wave) {
    questions(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        wording(language: $language)
        comparabilityNote(language: $language)
        categories { code }
        nets { code label(language: $language) categories }
        variable { code label(language: $language) measurement background theme minimum maximum }
      }
    }
  }
}` as TypedDocument<
  Answer,
  { readonly wave: string; readonly language: Language; readonly after?: string | null }
>

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
  const questions = await remembered(peo, `questions ${wave} ${language}`, () =>
    allQuestions(peo, wave, language),
  )
  return questions.filter(({ variable }) => !/^(TEXT|WEIGHT)$/.test(variable.measurement))
}

async function allQuestions(
  peo: PeoClient,
  wave: string,
  language: Language,
  after: string | null = null,
): Promise<readonly Question[]> {
  const answer = await peo.query(questionsDocument, { wave, language, after })
  if (answer.wave === null) return []
  const { nodes, pageInfo } = answer.wave.questions
  return pageInfo.hasNextPage
    ? [...nodes, ...(await allQuestions(peo, wave, language, pageInfo.endCursor))]
    : nodes
}

/** What followed from a wave. */
export function followedFrom(peo: PeoClient, wave: string, language: Language): Promise<FollowUp | null> {
  return remembered(peo, `follow-up ${wave} ${language}`, () => peo.followUp({ wave, language }))
}

/** From where to where the answers to a numeric question run. */
export const endsOf = ({ variable }: Question): Ends => [variable.minimum, variable.maximum]

/** Whether a question has means instead of percentages. */
export const isNumeric = ({ variable }: Question): boolean => variable.measurement === 'NUMERIC'
