import { type UserProblem, userProblem } from '../access/user-problem.ts'
import {
  closeWave,
  publishWaveAs,
  purgeWave,
  removeWave,
  startReview,
  withdrawWave,
} from '../wave-life/advance-wave.ts'
import { changeQuestionnaire } from '../wave-life/change-questionnaire.ts'
import { type ChangedWave, unknownWave } from '../wave-life/change-wave.ts'
import { openWave } from '../wave-life/open-wave.ts'
import { purgeDay } from '../wave-life/purge-due.ts'
import { questionnaireOf, questionnaireParts } from '../wave-life/questionnaire.ts'
import {
  orderQuestions,
  putQuestion,
  removeQuestion,
  setBreakdowns,
  setDesign,
  takeOver,
} from '../wave-life/questionnaire-edits.ts'
import { createWave, updateWave } from '../wave-life/wave-details.ts'
import { waveProblems } from '../wave-life/wave-problems.ts'
import { builder } from './builder.ts'
import { inLanguage, languageArgument } from './language.ts'
import { questionFrom } from './question-from.ts'
import { QuestionnaireProblemType } from './questionnaire-problem.ts'
import { readableBy } from './readable-by.ts'
import { UserErrorType } from './user-error.ts'
import { WaveNode } from './wave.ts'
import {
  CreateWaveInput,
  designFrom,
  OrderQuestionsInput,
  RemoveQuestionInput,
  SaveQuestionInput,
  SetBreakdownsInput,
  SetDesignInput,
  TakeOverQuestionsInput,
  UpdateWaveInput,
  WaveInput,
  WithdrawWaveInput,
} from './wave-input.ts'

interface WithdrawalTexts {
  readonly withdrawnNl: string | null
  readonly withdrawnEn: string | null
  readonly withdrawnOn: Date | null
}

const Withdrawal = builder.objectRef<WithdrawalTexts>('Withdrawal').implement({
  ...readableBy('EVERYONE'),
  description: 'That results were out and are so no longer.',
  fields: (t) => ({
    on: t.field({
      type: 'Date',
      description: 'The day they were withdrawn.',
      resolve: ({ withdrawnOn }) => withdrawnOn as Date,
    }),
    reason: t.string({
      description: 'Why.',
      args: languageArgument,
      resolve: ({ withdrawnNl, withdrawnEn }, { language }) =>
        inLanguage(language, withdrawnNl ?? '', withdrawnEn ?? ''),
    }),
  }),
})

builder.prismaObjectFields(WaveNode, (t) => ({
  version: t.exposeInt('version', {
    ...readableBy('STAFF'),
    description: 'One more with each change by staff; say it with the next change. For staff.',
  }),
  languages: t.exposeStringList('languages', { description: 'In which languages it is put: `nl`, `en`.' }),
  invited: t.exposeInt('invited', {
    nullable: true,
    description: 'How many professionals were invited; null where it is not known.',
  }),
  purgedOn: t.expose('purgedOn', {
    ...readableBy('STAFF'),
    type: 'Date',
    nullable: true,
    description: 'The day its collected rows were deleted; null while they are there. For staff.',
  }),
  purgeOn: t.field({
    ...readableBy('STAFF'),
    type: 'Date',
    nullable: true,
    description:
      'The day its collected rows are deleted by themselves, `ROWS_KEPT_DAYS` after its publication, or after it was closed as long as it is not published; null where they are kept, or deleted already. For staff.',
    select: {
      purgedOn: true,
      closedOn: true,
      releases: { orderBy: { number: 'desc' }, take: 1, select: { publishedOn: true } },
    },
    resolve: ({ purgedOn, closedOn, releases: [last] }, _, { rowsKeptDays }) => {
      const from = last?.publishedOn ?? closedOn
      return purgedOn !== null || from === null || rowsKeptDays === undefined
        ? null
        : purgeDay(from, rowsKeptDays)
    },
  }),
  withdrawal: t.field({
    type: Withdrawal,
    nullable: true,
    description: 'Why its results are out no longer; null while they are, or never were.',
    select: { withdrawnNl: true, withdrawnEn: true, withdrawnOn: true },
    resolve: (wave) => (wave.withdrawnOn === null ? null : wave),
  }),
  questionnaireProblems: t.field({
    ...readableBy('STAFF'),
    type: [QuestionnaireProblemType],
    description: 'What is to be mended in its questionnaire, in the order of its questions. For staff.',
    select: { code: true },
    resolve: ({ code }, _, { prisma }) => waveProblems(prisma, code),
  }),
}))

const WavePayload = builder.objectRef<ChangedWave | UserProblem>('WavePayload').implement({
  ...readableBy('STAFF'),
  description: 'A wave that was changed, or why it was not.',
  fields: (t) => ({
    wave: t.prismaField({
      type: WaveNode,
      nullable: true,
      description: 'The wave as it is now; null where nothing was changed, and of one that was removed.',
      resolve: (query, payload, _, { prisma }) => {
        // Read in any case: Pothos takes a query that was not read for a mistake.
        const asked = { ...query }
        return payload.kind === 'wave'
          ? prisma.wave.findUnique({ ...asked, where: { id: payload.wave.id } })
          : null
      },
    }),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was changed; empty where it was.',
      resolve: (payload) => (payload.kind === 'problem' ? [payload] : []),
    }),
  }),
})

builder.mutationFields((t) => {
  const field = { ...readableBy('STAFF'), type: WavePayload }
  const waveInput = { input: t.arg({ type: WaveInput, required: true, description: 'The wave.' }) }
  return {
    createWave: t.field({
      ...field,
      description: 'Makes a wave, as a draft without questions. For staff.',
      args: { input: t.arg({ type: CreateWaveInput, required: true, description: 'The wave.' }) },
      resolve: (_, { input: { code, ...rest } }, { prisma }) => createWave(prisma, code, rest),
    }),
    updateWave: t.field({
      ...field,
      description:
        'Changes what a wave is called, when it is, whom it is for: all of a draft, less of a wave that went further. For staff.',
      args: { input: t.arg({ type: UpdateWaveInput, required: true, description: 'What to change.' }) },
      resolve: (_, { input: { wave, version, ...rest } }, { prisma }) =>
        updateWave(prisma, { wave, version }, rest),
    }),
    takeOverQuestions: t.field({
      ...field,
      description: 'Takes questions over from another wave into a draft. For staff.',
      args: { input: t.arg({ type: TakeOverQuestionsInput, required: true, description: 'Which.' }) },
      resolve: async (_, { input }, { prisma }) => {
        if (input.from === input.wave) {
          const message = `Wave ${input.wave} has its own questions already; name another wave.`
          return userProblem('INVALID_INPUT', 'from', message)
        }
        const where = { code: input.from }
        const other = await prisma.wave.findUnique({ where, include: questionnaireParts })
        if (other === null) return { ...unknownWave(input.from), field: 'from' }
        return changeQuestionnaire(
          prisma,
          input,
          takeOver(questionnaireOf(other), input.variables ?? undefined),
        )
      },
    }),
    saveQuestion: t.field({
      ...field,
      description:
        'Puts a question into a draft, or changes it there; what is absent then stays as it is. For staff.',
      args: { input: t.arg({ type: SaveQuestionInput, required: true, description: 'The question.' }) },
      resolve: (_, { input }, { prisma }) =>
        changeQuestionnaire(
          prisma,
          input,
          putQuestion(
            input.question.variable,
            (before) => questionFrom(input.question, before),
            input.after ?? undefined,
          ),
        ),
    }),
    removeQuestion: t.field({
      ...field,
      description: 'Takes a question out of a draft. For staff.',
      args: { input: t.arg({ type: RemoveQuestionInput, required: true, description: 'Which.' }) },
      resolve: (_, { input }, { prisma }) =>
        changeQuestionnaire(prisma, input, removeQuestion(input.variable)),
    }),
    orderQuestions: t.field({
      ...field,
      description: 'Puts the questions of a draft in another order. For staff.',
      args: { input: t.arg({ type: OrderQuestionsInput, required: true, description: 'The order.' }) },
      resolve: (_, { input }, { prisma }) => changeQuestionnaire(prisma, input, orderQuestions(input.order)),
    }),
    setBreakdowns: t.field({
      ...field,
      description:
        'Says by which background variables the results of a wave are to be released, until it is published. For staff.',
      args: { input: t.arg({ type: SetBreakdownsInput, required: true, description: 'By what.' }) },
      resolve: (_, { input }, { prisma }) =>
        changeQuestionnaire(prisma, input, setBreakdowns(input.breakdowns), ['DRAFT', 'FIELDING', 'CLOSED']),
    }),
    setDesign: t.field({
      ...field,
      description:
        'Says how the respondents of a wave are sampled, until it is published; weighted figures follow it. For staff.',
      args: { input: t.arg({ type: SetDesignInput, required: true, description: 'The design.' }) },
      resolve: (_, { input }, { prisma }) => {
        const design = designFrom(input)
        if ('kind' in design) return design
        return changeQuestionnaire(prisma, input, setDesign(design), ['DRAFT', 'FIELDING', 'CLOSED'])
      },
    }),
    openWave: t.field({
      ...field,
      description: 'Opens a draft for answers; from then on its questions stay as they are. For staff.',
      args: waveInput,
      resolve: (_, { input }, { prisma }) => openWave(prisma, input),
    }),
    closeWave: t.field({
      ...field,
      description: 'Closes a wave: no answers come in any more. For staff.',
      args: waveInput,
      resolve: (_, { input }, { prisma }) => closeWave(prisma, input),
    }),
    publishWave: t.field({
      ...field,
      description:
        'Publishes a closed wave: plans and audits its release, which takes seconds to minutes. Ask `releasePreview` first. For staff.',
      args: waveInput,
      resolve: (_, { input }, { prisma, caller }) => publishWaveAs(prisma, input, caller.account),
    }),
    withdrawWave: t.field({
      ...field,
      description: 'Takes the results of a wave back, for good; its release stays on record. For staff.',
      args: { input: t.arg({ type: WithdrawWaveInput, required: true, description: 'The wave, and why.' }) },
      resolve: (_, { input }, { prisma }) =>
        withdrawWave(prisma, input, { nl: input.reasonNl, en: input.reasonEn }),
    }),
    startReview: t.field({
      ...field,
      description:
        'Takes the answers in words of a wave that was imported with its codebook apart from its rows, so that `openAnswers` lists them; closing a wave, importing into a closed one and publishing it do so by themselves. For staff.',
      args: waveInput,
      resolve: (_, { input }, { prisma }) => startReview(prisma, input),
    }),
    purgeWave: t.field({
      ...field,
      description:
        'Deletes the collected rows of a wave that is published or withdrawn, for ever; its release stays. For staff.',
      args: waveInput,
      resolve: (_, { input }, { prisma }) => purgeWave(prisma, input),
    }),
    removeWave: t.field({
      ...field,
      description:
        'Removes a wave that is a draft, or closed and never published, for ever: its questionnaire, all that was collected for it and all that was written about it. For staff.',
      args: waveInput,
      resolve: (_, { input }, { prisma }) => removeWave(prisma, input),
    }),
  }
})
