import type { App } from '../../packages/server/src/app.ts'
import { ask } from '../../packages/server/src/testing/ask.ts'
import type { WaveCodebook } from './codebook.ts'
import type { FileRow } from './file-row.ts'

const query = `query ($wave: String!, $after: String) {
  wave(code: $wave) {
    anonymisation { background { variable { code } detail level { code } } }
    respondents(first: 100, after: $after) {
      nodes { weight answers { variable { code } status categories value } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`

const levelsQuery = `query ($wave: String!) {
  wave(code: $wave) {
    questions(first: 100) { nodes { variable { code } hierarchy { code categories { code categories } } } }
  }
}`

interface Code {
  readonly code: string
}

interface Answer {
  readonly variable: Code
  readonly status: 'VALUE' | 'WITHHELD' | 'NOT_ASKED' | 'NO_ANSWER'
  readonly categories: readonly string[]
  readonly value: number | null
}

interface Page {
  readonly wave: {
    readonly anonymisation: {
      readonly background: readonly { readonly variable: Code; readonly level: Code | null }[]
    } | null
    readonly respondents: {
      readonly nodes: readonly { readonly weight: number; readonly answers: readonly Answer[] }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
}

interface Levels {
  readonly wave: {
    readonly questions: {
      readonly nodes: readonly {
        readonly variable: Code
        readonly hierarchy: readonly (Code & {
          readonly categories: readonly (Code & { readonly categories: readonly string[] })[]
        })[]
      }[]
    }
  }
}

/**
 * The anonymised answers of a wave, as a researcher reads them.
 *
 * @param knowing who tells which categories each level unites
 */
export async function gatherRows(
  researcher: App,
  codebook: WaveCodebook,
  knowing = researcher,
): Promise<FileRow[]> {
  const levels = await ask<Levels>(knowing, levelsQuery, { wave: codebook.wave })
  const rowsFrom = async (after: string | null): Promise<FileRow[]> => {
    const { data } = await ask<Page>(researcher, query, { wave: codebook.wave, after })
    const { nodes, pageInfo } = data.wave.respondents
    const wave = { ...data.wave, ...levels.data.wave }
    const rows = nodes.map(({ weight, answers }) => rowOf(weight, answers, codebook, wave))
    return pageInfo.hasNextPage ? [...rows, ...(await rowsFrom(pageInfo.endCursor))] : rows
  }
  return rowsFrom(null)
}

function rowOf(
  weight: number,
  given: readonly Answer[],
  { variables }: WaveCodebook,
  { anonymisation, questions }: Page['wave'] & Levels['wave'],
): FileRow {
  const read = given.flatMap(({ variable: { code }, status, categories, value }) => {
    const variable = variables.find((each) => each.code === code)
    return variable === undefined || status === 'WITHHELD' ? [] : [{ variable, status, categories, value }]
  })
  const meaning = (code: string, category: string): readonly string[] => {
    const level = anonymisation?.background.find(({ variable }) => variable.code === code)?.level
    const levels = questions.nodes.find(({ variable }) => variable.code === code)!.hierarchy
    const groups = levels.find((each) => each.code === level?.code)?.categories
    return groups?.find((group) => group.code === category)?.categories ?? [category]
  }
  const background = read
    .filter(({ variable }) => variable.background)
    .map(({ variable: { code }, status, categories }) => [
      code,
      status === 'VALUE' ? categories.flatMap((category) => meaning(code, category)) : [''],
    ])
  const answers = read
    .filter(({ variable }) => !variable.background)
    .map(({ variable: { code, measurement }, status, categories, value }) => {
      if (status !== 'VALUE') return [code, null]
      return [
        code,
        measurement === 'NUMERIC' ? String(value) : measurement === 'MULTIPLE' ? categories : categories[0],
      ]
    })
  return { weight, background: Object.fromEntries(background), answers: Object.fromEntries(answers) }
}
