import type { UserProblem } from '../access/user-problem.ts'
import type { SurveyProblem } from '../import/read-survey.ts'
import type { UnderstoodColumn } from '../import/source-table.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

/** Problems that an answer lists; the command line lists more. */
const listed = 100

const UnderstoodColumnType = builder.objectRef<UnderstoodColumn>('UnderstoodColumn').implement({
  ...readableBy('STAFF'),
  description: 'What became of a column of a file of answers.',
  fields: (t) => ({
    column: t.exposeString('column', { description: 'As the file calls it.' }),
    understood: t.exposeString('understood', { description: 'What it was understood as, in words.' }),
  }),
})

const ImportProblemType = builder.objectRef<SurveyProblem>('ImportProblem').implement({
  ...readableBy('STAFF'),
  description: 'One thing wrong in a file of answers.',
  fields: (t) => ({
    row: t.exposeInt('row', {
      nullable: true,
      description:
        'Row as a spreadsheet counts it: the header is row 1. Null where it concerns the whole file.',
    }),
    column: t.exposeString('column', { nullable: true, description: 'The column; null where it is no one.' }),
    code: t.exposeString('code', { description: 'For programs, such as `UNKNOWN_CATEGORY`.' }),
    message: t.exposeString('message', {
      description: 'For people: what is wrong, and what would be right.',
    }),
  }),
})

/** What a file of answers turned out to be, whatever was done with it. */
export interface ReadFile {
  readonly columns?: readonly UnderstoodColumn[]
  readonly problems?: readonly SurveyProblem[]
}

const problemsOf = ({ problems = [] }: ReadFile) =>
  problems.filter(({ code }) => code !== 'TOO_MANY_PROBLEMS' && !(code in aboutWave))

/** Problems that are of the wave, by the user error that they are. */
const aboutWave: Readonly<Record<string, UserProblem['code']>> = {
  UNKNOWN_WAVE: 'UNKNOWN_WAVE',
  WAVE_NOT_COLLECTING: 'WRONG_STATE',
  NOT_IMPORTED: 'NOT_FOUND',
  READ_OTHERWISE: 'INVALID_INPUT',
  ROWS_NOT_FOUND: 'NOT_FOUND',
  REVIEWED: 'CONFLICT',
}

const fieldOf: Partial<Record<UserProblem['code'], string>> = {
  NOT_FOUND: 'file',
  CONFLICT: 'reviewedToo',
  INVALID_INPUT: 'format',
}

/** What staff are told of a file in which something is wrong. */
export function fileProblem(problems: readonly SurveyProblem[]): UserProblem {
  const [first] = problems
  const ofWave = aboutWave[first?.code ?? '']
  if (first !== undefined && ofWave !== undefined)
    return {
      kind: 'problem',
      code: ofWave,
      field: fieldOf[ofWave] ?? 'wave',
      message: `${first.message}.`,
    }
  const message = 'Something is wrong in the file, as `problems` tells; nothing was changed.'
  return { kind: 'problem', code: 'INVALID_INPUT', field: 'file', message }
}

/** The fields of every payload about a file of answers. */
export const ofReadFile = {
  columns: {
    type: [UnderstoodColumnType] as [typeof UnderstoodColumnType],
    description: 'What each column was understood as.',
    resolve: ({ columns = [] }: ReadFile) => columns,
  },
  problems: {
    type: [ImportProblemType] as [typeof ImportProblemType],
    description: `What is wrong in the file, by row: the first ${listed}.`,
    resolve: (file: ReadFile) => problemsOf(file).slice(0, listed),
  },
  moreProblems: {
    description: 'How many problems are not listed.',
    resolve: (file: ReadFile) =>
      Math.max(0, problemsOf(file).length - listed) +
      (file.problems ?? []).reduce((sum, { more = 0 }) => sum + more, 0),
  },
}
