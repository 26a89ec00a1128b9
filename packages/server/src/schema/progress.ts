import type { ProgressStage } from '../generated/prisma/enums.ts'
import { type WatchedProgress, watchProgress } from '../progress/watch-progress.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const ProgressStageEnum = builder.enumType('ProgressStage', {
  description: 'What work on a wave is doing.',
  values: {
    CHECKED: { description: 'Checking rows of a file of answers; how many it has is known at its end.' },
    WRITTEN: { description: 'Writing those rows; none of them counts before all are.' },
    RELEASE_PLAN: { description: 'Planning, question by question, what is withheld.' },
    AUDIT: { description: 'Auditing that plan, question by question.' },
    OTHER_CHOICES: { description: 'Planning what else could be decided.' },
  } satisfies Record<ProgressStage, object>,
})

const ProgressType = builder.objectRef<WatchedProgress>('Progress').implement({
  ...readableBy('STAFF'),
  description: 'How far work on a wave is that takes long: an import of answers, a publication, a preview.',
  fields: (t) => ({
    stage: t.expose('stage', { type: ProgressStageEnum, description: 'What it is doing.' }),
    done: t.exposeInt('done', { description: 'Rows or questions of the stage that are done.' }),
    of: t.exposeInt('of', {
      nullable: true,
      description: 'Rows or questions of the stage; null while that is not known.',
    }),
    ended: t.exposeBoolean('ended', {
      description: 'Whether the work ended, however it did: its mutation answers that. Nothing comes after.',
    }),
  }),
})

builder.subscriptionType({ description: 'What goes on, over server-sent events.' })

builder.subscriptionFields((t) => ({
  waveProgress: t.field({
    ...readableBy('STAFF'),
    type: ProgressType,
    description:
      'How far the work on a wave is that began last: `importAnswers`, `publishWave` or `releasePreview`, at any replica. Waits a minute for it to begin, and ends with it. For staff.',
    args: { wave: t.arg.string({ required: true, description: 'Code of the wave.' }) },
    subscribe: (_, { wave }, { prisma, ending, isStillThem }) =>
      watchProgress(prisma, wave, ending, isStillThem),
    resolve: (progress) => progress,
  }),
}))
