import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { type AnswerFile, pastedFile } from '../import/answer-file.ts'
import { draftAnswers } from '../import/draft-answers.ts'
import { importAnswers } from '../import/import-answers.ts'
import type { AnswerFormat } from '../import/open-answers.ts'
import { tellProgress } from '../progress/tell-progress.ts'
import { builder } from './builder.ts'
import { fileProblem, ofReadFile, type ReadFile } from './import-payload.ts'
import { readableBy } from './readable-by.ts'
import { UserErrorType } from './user-error.ts'

const AnswerFormatEnum = builder.enumType('AnswerFormat', {
  description: 'What a file of answers is.',
  values: {
    CSV: { value: 'csv', description: 'CSV in the columns of the wave.' },
    SAV: { value: 'sav', description: 'SPSS, `.sav` or `.zsav`.' },
    LIMESURVEY: { value: 'limesurvey', description: 'A CSV export of LimeSurvey, with question codes.' },
    TRIPLE_S: { value: 'triple-s', description: 'A Triple-S definition; its answers go in `data`.' },
  } satisfies Record<string, { value: AnswerFormat; description: string }>,
})

const fileFields = (t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) => ({
  wave: t.string({ required: true, description: 'Code of the wave.' }),
  file: t.field({ type: 'File', description: 'The file; or `content`.' }),
  data: t.field({
    type: 'File',
    description: 'With a Triple-S definition, the file that its answers are in.',
  }),
  content: t.string({ description: 'In place of `file`, the text of a short one.' }),
  format: t.field({
    type: AnswerFormatEnum,
    description: 'What it is; seen from what is in it where this is absent.',
  }),
})

/** The fields that tell which file it is, and how to read it. */
interface FileInput {
  readonly file?: AnswerFile | null | undefined
  readonly data?: AnswerFile | null | undefined
  readonly content?: string | null | undefined
}

/** The file that somebody sent. */
export function fileOf({ file, data, content }: FileInput): AnswerFile | UserProblem {
  if ((file == null) === (content == null))
    return userProblem('INVALID_INPUT', 'file', 'Send a file, or its text as content: one of the two.')
  const given = file ?? pastedFile(content ?? '')
  return data == null ? given : { ...given, beside: async () => data }
}

const ImportAnswersInput = builder.inputType('ImportAnswersInput', {
  description: 'A file of answers to import into a wave.',
  fields: (t) => ({
    ...fileFields(t),
    leaveOut: t.stringList({ description: 'Codes of columns of the file that the wave does not take.' }),
    dryRun: t.boolean({ defaultValue: false, required: true, description: 'Only check; change nothing.' }),
  }),
})

type Imported = ReadFile &
  ({ readonly kind: 'imported'; readonly respondents: number; readonly already: boolean } | UserProblem)

const ImportAnswersPayload = builder.objectRef<Imported>('ImportAnswersPayload').implement({
  ...readableBy('STAFF'),
  description: 'What became of a file of answers: all of it is imported, or nothing.',
  fields: (t) => ({
    respondents: t.int({
      nullable: true,
      description: 'How many the file has; null where something is wrong in it.',
      resolve: (done) => (done.kind === 'imported' ? done.respondents : null),
    }),
    already: t.boolean({
      description: 'Whether the wave has this very file already, so that nothing was changed.',
      resolve: (done) => done.kind === 'imported' && done.already,
    }),
    columns: t.field(ofReadFile.columns),
    problems: t.field(ofReadFile.problems),
    moreProblems: t.int(ofReadFile.moreProblems),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was changed; empty where all is well.',
      resolve: (done) => (done.kind === 'problem' ? [done] : []),
    }),
  }),
})

const DraftCodebookInput = builder.inputType('DraftCodebookInput', {
  description: 'A file of answers to draft a codebook from.',
  fields: fileFields,
})

type Drafted = ReadFile & ({ readonly kind: 'drafted'; readonly codebook: object } | UserProblem)

const DraftCodebookPayload = builder.objectRef<Drafted>('DraftCodebookPayload').implement({
  ...readableBy('STAFF'),
  description: 'A codebook for staff to complete, or why there is none.',
  fields: (t) => ({
    codebook: t.string({
      nullable: true,
      description: 'The codebook, as JSON; null where there is none.',
      resolve: (done) => (done.kind === 'drafted' ? JSON.stringify(done.codebook, null, 2) : null),
    }),
    problems: t.field(ofReadFile.problems),
    moreProblems: t.int(ofReadFile.moreProblems),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why there is none.',
      resolve: (done) => (done.kind === 'problem' ? [done] : []),
    }),
  }),
})

builder.mutationFields((t) => ({
  importAnswers: t.field({
    ...readableBy('STAFF'),
    type: ImportAnswersPayload,
    description:
      'Imports answers that were collected elsewhere into a wave that is fielded or closed: all of a file, once, or nothing. `waveProgress` tells how far it is. For staff.',
    args: { input: t.arg({ type: ImportAnswersInput, required: true, description: 'The file.' }) },
    resolve: async (_, { input }, { prisma }): Promise<Imported> => {
      const file = fileOf(input)
      if ('kind' in file) return file
      const { wave, dryRun } = input
      const [format, leaveOut] = [input.format ?? undefined, input.leaveOut ?? undefined]
      const outcome = await tellProgress(prisma, wave, (tell) => {
        const progress = (_wave: string, stage: 'checked' | 'written', done: number, of?: number) =>
          tell({ stage: stage === 'checked' ? 'CHECKED' : 'WRITTEN', done, of: of ?? null })
        return importAnswers({ prisma }, wave, file, { format, leaveOut, dryRun, progress })
      })
      return 'problems' in outcome
        ? { ...outcome, ...fileProblem(outcome.problems) }
        : { ...outcome, kind: 'imported' }
    },
  }),
  draftCodebook: t.field({
    ...readableBy('STAFF'),
    type: DraftCodebookPayload,
    description:
      'Drafts a codebook from a file of answers that was made elsewhere. Changes nothing. For staff.',
    args: { input: t.arg({ type: DraftCodebookInput, required: true, description: 'The file.' }) },
    resolve: async (_, { input }): Promise<Drafted> => {
      const file = fileOf(input)
      if ('kind' in file) return file
      const draft = await draftAnswers(file, input.wave, input.format ?? undefined)
      if ('codebook' in draft) return { kind: 'drafted', codebook: draft.codebook }
      const problems = draft.problems.map((problem) => ({ file: file.name, ...problem }))
      return { problems, ...fileProblem(problems) }
    },
  }),
}))
