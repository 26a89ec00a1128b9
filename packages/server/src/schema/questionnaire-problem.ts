import type { QuestionnaireProblem } from '../wave-life/questionnaire-problems.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const ProblemKind = builder.enumType('QuestionnaireProblemKind', {
  description: 'What kind of thing is to be mended in a questionnaire.',
  values: {
    UNREACHABLE: {
      description: 'Nobody can be asked it as its routing is. Keeps the wave from being opened.',
    },
    UNTRANSLATED: { description: 'A text is missing in a language of the wave. Keeps it from being opened.' },
    NOT_COMPARABLE: { description: 'It differs from an earlier wave, and no comparability note says so.' },
    NO_BREAKDOWN: { description: 'It is a background variable by which no results will be released.' },
    ONE_ORGANISATION: {
      description: 'Some organisations alone are asked it, so that its results are theirs, for all readers.',
    },
  },
})

export const QuestionnaireProblemType = builder
  .objectRef<QuestionnaireProblem>('QuestionnaireProblem')
  .implement({
    ...readableBy('STAFF'),
    description: 'Something to be mended in a questionnaire.',
    fields: (t) => ({
      kind: t.expose('kind', { type: ProblemKind, description: 'For programs.' }),
      variable: t.exposeString('variable', { description: 'Code of the variable that the question asks.' }),
      message: t.exposeString('message', { description: 'For people: what is wrong, and the way out.' }),
    }),
  })
