import type { App } from '../../packages/server/src/app.ts'
import { ask } from '../../packages/server/src/testing/ask.ts'
import type { CodebookVariable, WaveCodebook } from './codebook.ts'

const query = `{
  waves(first: 100) {
    nodes {
      code
      minimumGroupSize
      release { respondents }
      breakdowns { variables { code } }
      questions(first: 100) {
        nodes {
          categories { code }
          nets { code categories }
          askedIf { variable categories }
          variable { code measurement background minimum maximum }
        }
      }
    }
  }
}`

interface Code {
  readonly code: string
}

interface Answer {
  readonly waves: {
    readonly nodes: readonly {
      readonly code: string
      readonly minimumGroupSize: number
      readonly release: { readonly respondents: number } | null
      readonly breakdowns: readonly { readonly variables: readonly Code[] }[]
      readonly questions: {
        readonly nodes: readonly (Pick<CodebookVariable, 'nets' | 'askedIf'> & {
          readonly categories: readonly Code[]
          readonly variable: Omit<CodebookVariable, 'categories' | 'nets' | 'askedIf' | 'measurement'> & {
            readonly measurement: CodebookVariable['measurement'] | 'TEXT' | 'WEIGHT'
          }
        })[]
      }
    }[]
  }
}

const codes = (list: readonly Code[]) => list.map(({ code }) => code)

/** The questionnaires of all published waves, as any reader gets them. */
export async function serviceCodebooks(app: App): Promise<WaveCodebook[]> {
  const { data } = await ask<Answer>(app, query)
  return data.waves.nodes.flatMap(({ code: wave, minimumGroupSize, release, breakdowns, questions }) => {
    if (release === null) return []
    const variables = questions.nodes.flatMap(({ variable, categories, ...lists }): CodebookVariable[] => {
      const { measurement } = variable
      if (measurement === 'TEXT' || measurement === 'WEIGHT') return []
      return [{ ...variable, ...lists, measurement, categories: codes(categories) }]
    })
    const sets = breakdowns.map((breakdown) => codes(breakdown.variables))
    return [{ wave, minimumGroupSize, respondents: release.respondents, breakdowns: sets, variables }]
  })
}
