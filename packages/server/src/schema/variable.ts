import { knownLevels, knownLists } from '../access/known-answers.ts'
import { knownVariables, knownWaves } from '../access/known-waves.ts'
import { knownWording, wordingFor } from '../access/known-wording.ts'
import { earliestFirst } from '../wave-order.ts'
import { builder } from './builder.ts'
import { CategoryType, LevelType, NetType } from './category.ts'
import { inLanguage, languageArgument } from './language.ts'
import { QuestionConnection } from './question.ts'
import { readableBy } from './readable-by.ts'

/** What kind of answers a variable has. */
export const MeasurementEnum = builder.enumType('Measurement', {
  description: 'What kind of answers a variable has.',
  values: {
    NOMINAL: { description: 'One category, without order.' },
    ORDINAL: { description: 'One category, in order.' },
    NUMERIC: { description: 'A number.' },
    MULTIPLE: { description: 'Any number of categories.' },
    TEXT: { description: 'An open answer.' },
    WEIGHT: { description: 'The weight of the respondent, with mean 1.' },
  },
})

/** A variable, the same across waves. */
export const VariableNode = builder.prismaNode('Variable', {
  ...readableBy('EVERYONE'),
  id: { field: 'id', description: 'Identifies the object for `node`; opaque.' },
  findUnique: (id, { viewer }) => ({ id, ...knownVariables(viewer) }),
  nullable: true,
  description: 'What is measured, the same across waves.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, unchanging, such as `ruimte_relatie`.' }),
    label: t.string({
      description: 'The question in short, as in the first wave that the viewer may know of.',
      args: languageArgument,
      select: (_, { viewer }) => wordingFor(viewer),
      resolve: (variable, { language }) => {
        const { labelNl, labelEn } = knownWording(variable)
        return inLanguage(language, labelNl, labelEn)
      },
    }),
    measurement: t.expose('measurement', {
      type: MeasurementEnum,
      description: 'What kind of answers it has.',
    }),
    background: t.exposeBoolean('background', {
      description: 'Whether it could identify someone: results are broken down by it.',
    }),
    sensitive: t.exposeBoolean('sensitive', {
      description: 'Whether respondents who are alike in the anonymised answers differ in it.',
    }),
    core: t.boolean({
      description: 'Whether it is repeated in each wave, as the first wave that the viewer may know of says.',
      select: (_, { viewer }) => wordingFor(viewer),
      resolve: (variable) => knownWording(variable).core,
    }),
    theme: t.string({
      nullable: true,
      description: 'The theme it belongs to, as in the first wave that the viewer may know of.',
      select: (_, { viewer }) => wordingFor(viewer),
      resolve: (variable) => knownWording(variable).theme,
    }),
    minimum: t.exposeFloat('minimum', { nullable: true, description: 'Lowest value of a numeric variable.' }),
    maximum: t.exposeFloat('maximum', {
      nullable: true,
      description: 'Highest value of a numeric variable.',
    }),
    categories: t.field({
      type: [CategoryType],
      description:
        'The answer codes, in order, as in the first wave that the viewer may know of; none for numbers and texts. Another wave may have others: see the question. Of organisations, a partner finds its own and `rest`, all others together; everyone else, none.',
      select: (_, { viewer }) => wordingFor(viewer),
      resolve: (variable, _, { viewer }) => [
        ...knownLists(viewer, variable, knownWording(variable)).categories,
      ],
    }),
    nets: t.field({
      type: [NetType],
      description:
        'The named unions of categories, in order, as in the first wave that the viewer may know of.',
      select: (_, { viewer }) => wordingFor(viewer),
      resolve: (variable, _, { viewer }) => [...knownLists(viewer, variable, knownWording(variable)).nets],
    }),
    hierarchy: t.field({
      type: [LevelType],
      description: 'Of a background variable: its levels, each coarser than the one before.',
      select: (_, { viewer }) => wordingFor(viewer),
      resolve: (variable, _, { viewer }) => knownLevels(viewer, variable, knownWording(variable).hierarchy),
    }),
    questions: t.relatedConnection(
      'questions',
      {
        description: 'The variable as asked, by wave.',
        cursor: 'id',
        query: (_, { viewer }) => ({
          where: { wave: knownWaves(viewer) },
          orderBy: earliestFirst.map((wave) => ({ wave })),
        }),
      },
      QuestionConnection,
    ),
  }),
})

builder.queryFields((t) => ({
  variable: t.prismaField({
    ...readableBy('EVERYONE'),
    type: 'Variable',
    nullable: true,
    description: 'A variable by its code; null when there is none that the viewer may know of.',
    args: { code: t.arg.string({ required: true, description: 'The code, such as `ruimte_relatie`.' }) },
    resolve: (query, _, { code }, { prisma, viewer }) =>
      prisma.variable.findUnique({ ...query, where: { code, ...knownVariables(viewer) } }),
  }),
  variables: t.prismaConnection(
    {
      ...readableBy('EVERYONE'),
      type: 'Variable',
      cursor: 'id',
      description:
        'The variables of the waves that the viewer may know of, in the order of the questionnaire.',
      resolve: (query, _, __, { prisma, viewer }) =>
        prisma.variable.findMany({ ...query, where: knownVariables(viewer), orderBy: { position: 'asc' } }),
    },
    { ...readableBy('EVERYONE'), name: 'VariableConnection', description: 'A page of variables.' },
    { ...readableBy('EVERYONE'), name: 'VariableEdge', description: 'A variable and its cursor.' },
  ),
}))
