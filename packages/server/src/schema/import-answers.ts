import type { UserProblem } from '../access/user-problem.ts'
import { draftAnswers } from '../import/draft-answers.ts'
import { importAnswers } from '../import/import-answers.ts'
import type { ImportProgress } from '../import/read-survey.ts'
import { takeBackAnswers } from '../import/take-back-answers.ts'
import { tellProgress, type WorkProgress } from '../progress/tell-progress.ts'
import { builder } from './builder.ts'
import { fileFields, fileOf } from './file-input.ts'
import { fileProblem, ofReadFile, type ReadFile } from './import-payload.ts'
import { readableBy } from './readable-by.ts'
import { UserErrorType } from './user-error.ts'
import { WaveNode } from './wave.ts'

const leaveOutField = { description: 'Codes of columns of the file that the wave does not take.' }

const ImportAnswersInput = builder.inputType('ImportAnswersInput', {
  description: 'A file of answers to import into a wave.',
  fields: (t) => ({
    ...fileFields(t),
    leaveOut: t.stringList(leaveOutField),
    dryRun: t.boolean({ defaultValue: false, required: true, description: 'Only check; change nothing.' }),
  }),
})

type Imported = ReadFile &
  (
    | {
        readonly kind: 'imported'
        readonly wave: string
        readonly respondents: number
        readonly already: boolean
      }
    | UserProblem
  )

const ImportAnswersPayload = builder.objectRef<Imported>('ImportAnswersPayload').implement({
  ...readableBy('STAFF'),
  description: 'What became of a file of answers: all of it is imported, or nothing.',
  fields: (t) => ({
    wave: t.prismaField({
      type: WaveNode,
      nullable: true,
      description: 'The wave as it is now; null where something is wrong in the file.',
      resolve: (query, done, _, { prisma }) => {
        const asked = { ...query }
        return done.kind === 'imported'
          ? prisma.wave.findUnique({ ...asked, where: { code: done.wave } })
          : null
      },
    }),
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

const TakeBackAnswersInput = builder.inputType('TakeBackAnswersInput', {
  description: 'A file of answers to take out of a wave again: the very file that was imported.',
  fields: (t) => ({
    ...fileFields(t),
    leaveOut: t.stringList(leaveOutField),
    reviewedToo: t.boolean({
      defaultValue: false,
      required: true,
      description:
        'Also where somebody reviewed answers in words of the file already, whose work is lost; else that is refused with `CONFLICT`.',
    }),
  }),
})

type TakenBack = ReadFile &
  ({ readonly kind: 'takenBack'; readonly wave: string; readonly respondents: number } | UserProblem)

const TakeBackAnswersPayload = builder.objectRef<TakenBack>('TakeBackAnswersPayload').implement({
  ...readableBy('STAFF'),
  description: 'What became of a file that was to be taken back: all of it is out again, or nothing.',
  fields: (t) => ({
    wave: t.prismaField({
      type: WaveNode,
      nullable: true,
      description: 'The wave as it is now; null where nothing was changed.',
      resolve: (query, done, _, { prisma }) => {
        const asked = { ...query }
        return done.kind === 'takenBack'
          ? prisma.wave.findUnique({ ...asked, where: { code: done.wave } })
          : null
      },
    }),
    respondents: t.int({
      nullable: true,
      description: 'How many were taken out; null where nothing was.',
      resolve: (done) => (done.kind === 'takenBack' ? done.respondents : null),
    }),
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

/** Tells whoever watches how far an import is. */
const telling =
  (tell: (progress: WorkProgress) => void): ImportProgress =>
  (_, stage, done, of) =>
    tell({ stage: stage === 'checked' ? 'CHECKED' : 'WRITTEN', done, of: of ?? null })

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
      const outcome = await tellProgress(prisma, wave, (tell) =>
        importAnswers({ prisma }, wave, file, { format, leaveOut, dryRun, progress: telling(tell) }),
      )
      return 'problems' in outcome
        ? { ...outcome, ...fileProblem(outcome.problems) }
        : { ...outcome, kind: 'imported', wave }
    },
  }),
  takeBackAnswers: t.field({
    ...readableBy('STAFF'),
    type: TakeBackAnswersPayload,
    description:
      'Takes a file of answers out of a wave that is fielded or closed, so that a mended one can be imported: for each of its rows, one with the same answers. For staff.',
    args: { input: t.arg({ type: TakeBackAnswersInput, required: true, description: 'The file.' }) },
    resolve: async (_, { input }, { prisma }): Promise<TakenBack> => {
      const file = fileOf(input)
      if ('kind' in file) return file
      const { wave, reviewedToo } = input
      const [format, leaveOut] = [input.format ?? undefined, input.leaveOut ?? undefined]
      const outcome = await tellProgress(prisma, wave, (tell) =>
        takeBackAnswers(prisma, wave, file, { format, leaveOut, reviewedToo, progress: telling(tell) }),
      )
      return 'problems' in outcome
        ? { ...outcome, ...fileProblem(outcome.problems) }
        : { ...outcome, kind: 'takenBack', wave }
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

const ImportedFileType = builder.prismaObject('ImportedFile', {
  ...readableBy('STAFF'),
  description: 'A file whose answers were imported. Nothing says which answers.',
  fields: (t) => ({
    digest: t.exposeString('digest', { description: 'SHA-256 of the file.' }),
    respondents: t.exposeInt('respondents', { description: 'How many it had.' }),
    importedOn: t.field({
      type: 'Date',
      description: 'The day it was imported.',
      select: { importedAt: true },
      resolve: ({ importedAt }) => importedAt,
    }),
  }),
})

builder.prismaObjectField(WaveNode, 'importedFiles', (t) =>
  t.relation('importedFiles', {
    ...readableBy('STAFF'),
    type: ImportedFileType,
    query: { orderBy: [{ importedAt: 'asc' }, { id: 'asc' }] },
    description: 'The files that its answers came from; those collected online are of none. For staff.',
  }),
)
