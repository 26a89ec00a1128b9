import { knownBreakdowns, knownWaves } from '../access/known-waves.ts'
import { mayRead } from '../access/may-read.ts'
import { earliestFirst } from '../wave-order.ts'
import { builder } from './builder.ts'
import { inLanguage, languageArgument } from './language.ts'
import { QuestionConnection } from './question.ts'
import { readableBy } from './readable-by.ts'
import { VariableNode } from './variable.ts'
import { WaveDesign } from './wave-design.ts'

const WaveStatusEnum = builder.enumType('WaveStatus', {
  description: 'Where a wave stands in its life.',
  values: {
    DRAFT: { description: 'Being prepared.' },
    FIELDING: { description: 'Answers are being collected.' },
    CLOSED: { description: 'Answers are in, results are not out.' },
    PUBLISHED: { description: 'Results are out.' },
    WITHDRAWN: { description: 'Results were out and are so no longer.' },
  },
})

/** Whom the results of a wave are for. */
export const AudienceEnum = builder.enumType('Audience', {
  description: 'Whom the published results of a wave are for.',
  values: {
    PUBLIC: { description: 'Everyone.' },
    PARTNERS: { description: 'Partners, researchers, professionals who signed in, and staff.' },
  },
})

builder.prismaObject('Breakdown', {
  ...readableBy('EVERYONE'),
  description: 'A set of background variables by which results are released together.',
  fields: (t) => ({
    variables: t.field({
      type: [VariableNode],
      description: 'The variables of the set.',
      select: async (_, __, nested) => ({
        variables: { orderBy: { position: 'asc' }, select: { variable: await nested() } },
      }),
      resolve: (breakdown) => breakdown.variables.map(({ variable }) => variable),
    }),
  }),
})

builder.prismaObject('Release', {
  ...readableBy('EVERYONE'),
  description: 'The immutable, disclosure-checked data of a published wave.',
  fields: (t) => ({
    digest: t.exposeString('digest', { description: 'SHA-256 of the release; the ETag of its tables.' }),
    publishedOn: t.expose('publishedOn', { type: 'Date', description: 'The day it was published.' }),
    respondents: t.exposeInt('respondents', { description: 'How many respondents it holds.' }),
  }),
})

/** One round of the survey. */
export const WaveNode = builder.prismaNode('Wave', {
  ...readableBy('EVERYONE'),
  id: { field: 'id', description: 'Identifies the object for `node`; opaque.' },
  findUnique: (id, { viewer }) => ({ id, ...knownWaves(viewer) }),
  nullable: true,
  description: 'One round of the survey.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The slug, such as `peo-2022`.' }),
    title: t.string({
      description: 'What it is called.',
      args: languageArgument,
      select: { titleNl: true, titleEn: true },
      resolve: (wave, { language }) => inLanguage(language, wave.titleNl, wave.titleEn),
    }),
    theme: t.exposeString('theme', { description: 'Code of its theme.' }),
    status: t.expose('status', { type: WaveStatusEnum, description: 'Where it stands in its life.' }),
    audience: t.expose('audience', {
      type: AudienceEnum,
      description: 'Whom its published results are for.',
    }),
    fieldworkFrom: t.expose('fieldworkFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day of the fieldwork; null while not planned.',
    }),
    fieldworkTo: t.expose('fieldworkTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day of the fieldwork; null while not planned.',
    }),
    minimumGroupSize: t.exposeInt('minimumGroupSize', {
      description: 'k: no figure rests on a group of fewer respondents.',
    }),
    design: t.variant(WaveDesign, {
      description: 'How its respondents were sampled; null when each by itself, of a large population.',
      isNull: ({ strataId, clustersId, population }) => (strataId ?? clustersId ?? population) === null,
    }),
    release: t.prismaField({
      type: 'Release',
      nullable: true,
      description:
        'The current release; null when not published. Of a wave that was withdrawn, staff see the one on record.',
      select: async (_, __, nested) => ({
        status: true,
        releases: await nested({ orderBy: { number: 'desc' }, take: 1 }),
      }),
      resolve: (_, { status, releases }, __, { viewer }) =>
        status === 'PUBLISHED' || mayRead(viewer, 'STAFF') ? (releases[0] ?? null) : null,
    }),
    breakdowns: t.relation('breakdowns', {
      description: 'The sets of background variables by which results are released to the viewer.',
      query: (_, { viewer }) => ({ where: knownBreakdowns(viewer), orderBy: { position: 'asc' } }),
    }),
    questions: t.relatedConnection(
      'questions',
      {
        description: 'The questionnaire, in order.',
        cursor: 'id',
        query: { orderBy: { position: 'asc' } },
      },
      QuestionConnection,
    ),
  }),
})

builder.queryFields((t) => ({
  wave: t.prismaField({
    ...readableBy('EVERYONE'),
    type: 'Wave',
    nullable: true,
    description: 'A wave by its code; null when there is none that the viewer may know of.',
    args: { code: t.arg.string({ required: true, description: 'The slug, such as `peo-2022`.' }) },
    resolve: (query, _, { code }, { prisma, viewer }) =>
      prisma.wave.findUnique({ ...query, where: { code, ...knownWaves(viewer) } }),
  }),
  waves: t.prismaConnection(
    {
      ...readableBy('EVERYONE'),
      type: 'Wave',
      cursor: 'id',
      description:
        'The waves, the earliest first: those with results that are out, or were, and are for the viewer; to staff all.',
      resolve: (query, _, __, { prisma, viewer }) =>
        prisma.wave.findMany({ ...query, where: knownWaves(viewer), orderBy: earliestFirst }),
    },
    { ...readableBy('EVERYONE'), name: 'WaveConnection', description: 'A page of waves.' },
    { ...readableBy('EVERYONE'), name: 'WaveEdge', description: 'A wave and its cursor.' },
  ),
}))
