import { knownCodes, knownLevels, knownLists } from '../access/known-answers.ts'
import { knownWaves } from '../access/known-waves.ts'
import { ownOrVariableLists, questionHierarchy, questionLists } from '../codebook/answer-lists.ts'
import { builder } from './builder.ts'
import { CategoryType, LevelType, NetType } from './category.ts'
import { inLanguage, languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

const Routing = builder.objectRef<{ variable: string; categories: readonly string[] }>('Routing').implement({
  ...readableBy('EVERYONE'),
  description: 'Whom a question is put to: those who gave one of these answers to an earlier one.',
  fields: (t) => ({
    variable: t.exposeString('variable', { description: 'Code of the earlier variable.' }),
    categories: t.stringList({
      description:
        'Codes of the answers that lead here; of organisations, to a partner its own alone, to everyone else none.',
      // Prisma reads the variables of many questions in one statement.
      resolve: async ({ variable: code, categories }, _, { prisma, viewer }) => {
        const select = { partnerBoundary: true }
        return knownCodes(viewer, await prisma.variable.findUnique({ where: { code }, select }), categories)
      },
    }),
  }),
})

/** A variable as asked in one wave. */
export const QuestionNode = builder.prismaNode('Question', {
  ...readableBy('EVERYONE'),
  id: { field: 'id', description: 'Identifies the object for `node`; opaque.' },
  findUnique: (id, { viewer }) => ({ id, wave: knownWaves(viewer) }),
  nullable: true,
  description: 'A variable as asked in one wave.',
  fields: (t) => ({
    wave: t.relation('wave', { description: 'The wave that asked it.' }),
    variable: t.relation('variable', { description: 'The variable it measures.' }),
    position: t.int({
      description: 'Its place in the questionnaire, from 1.',
      select: { position: true },
      resolve: ({ position }) => position + 1,
    }),
    core: t.exposeBoolean('core', { description: 'Whether it is repeated in each wave.' }),
    wording: t.string({
      description: 'The question as put.',
      args: languageArgument,
      select: { wordingNl: true, wordingEn: true },
      resolve: (question, { language }) => inLanguage(language, question.wordingNl, question.wordingEn),
    }),
    categories: t.field({
      type: [CategoryType],
      description:
        'The answer codes of this wave, in order; none for numbers and texts. Of organisations, a partner finds its own and `rest`, all others together; everyone else, none.',
      select: ownOrVariableLists,
      resolve: (question, _, { viewer }) => [
        ...knownLists(viewer, question.variable, questionLists(question)).categories,
      ],
    }),
    nets: t.field({
      type: [NetType],
      description: 'The named unions of categories of this wave, in order.',
      select: ownOrVariableLists,
      resolve: (question, _, { viewer }) => [
        ...knownLists(viewer, question.variable, questionLists(question)).nets,
      ],
    }),
    hierarchy: t.field({
      type: [LevelType],
      description: 'The levels of a background variable in this wave, each coarser than the one before.',
      select: { hierarchy: true, variable: { select: { hierarchy: true, partnerBoundary: true } } },
      resolve: (question, _, { viewer }) =>
        knownLevels(viewer, question.variable, questionHierarchy(question)),
    }),
    askedIf: t.field({
      type: Routing,
      nullable: true,
      description: 'Whom it is put to; null when to everyone.',
      select: { askedIfVariable: true, askedIfCategories: true },
      resolve: ({ askedIfVariable, askedIfCategories }) =>
        askedIfVariable === null ? null : { variable: askedIfVariable, categories: askedIfCategories },
    }),
    comparabilityNote: t.string({
      nullable: true,
      description: 'What changed since earlier waves; null when nothing did.',
      args: languageArgument,
      select: { comparabilityNoteNl: true, comparabilityNoteEn: true },
      resolve: ({ comparabilityNoteNl: dutch, comparabilityNoteEn: english }, { language }) =>
        (dutch ?? english) === null ? null : inLanguage(language, dutch ?? '', english ?? ''),
    }),
  }),
})

/** A page of questions, of a wave or of a variable. */
export const QuestionConnection = builder.connectionObject(
  {
    ...readableBy('EVERYONE'),
    type: QuestionNode,
    name: 'QuestionConnection',
    description: 'A page of questions.',
  },
  { ...readableBy('EVERYONE'), name: 'QuestionEdge', description: 'A question and its cursor.' },
)
