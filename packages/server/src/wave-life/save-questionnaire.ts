import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { variableLists } from '../codebook/answer-lists.ts'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { definition, differences } from '../import/find-clashes.ts'
import { ownLists, variableData } from '../import/save-survey.ts'
import type { DraftQuestion, Questionnaire } from './questionnaire.ts'

/**
 * Writes what a wave asks. A variable that only this wave asks is as it says; what no wave asks any more is gone. Who
 * writes what another wave asks waits meanwhile, as the two may share variables.
 */
export async function saveQuestionnaire(
  prisma: Prisma.TransactionClient,
  waveId: string,
  before: Questionnaire,
  after: Questionnaire,
): Promise<UserProblem | undefined> {
  await prisma.$executeRaw`LOCK TABLE "Variable" IN SHARE ROW EXCLUSIVE MODE`
  for (const [position, question] of after.questions.entries()) {
    const problem = await saveVariable(prisma, waveId, question)
    if (problem !== undefined) return problem
    await saveQuestion(prisma, waveId, question, position)
  }
  await saveDesign(prisma, waveId, after.design)
  const codes = after.questions.map(({ code }) => code)
  const removed = before.questions.map(({ code }) => code).filter((code) => !codes.includes(code))
  await prisma.breakdown.deleteMany({ where: { waveId } })
  await prisma.question.deleteMany({ where: { waveId, variable: { code: { in: removed } } } })
  await prisma.variable.deleteMany({ where: { code: { in: removed }, questions: { none: {} } } })
  for (const [position, breakdown] of after.breakdowns.entries()) {
    const variables = breakdown.map((code, place) => ({ position: place, variable: { connect: { code } } }))
    await prisma.breakdown.create({ data: { waveId, position, variables: { create: variables } } as never })
  }
  return undefined
}

async function saveDesign(
  prisma: Prisma.TransactionClient,
  waveId: string,
  { strata, clusters, population }: CodebookDesign = {},
): Promise<void> {
  const variable = (code: string | undefined) =>
    code === undefined ? { disconnect: true } : { connect: { code } }
  await prisma.wave.update({
    where: { id: waveId },
    data: {
      strata: variable(strata),
      clusters: variable(clusters),
      population: population ?? Prisma.DbNull,
    },
  })
}

async function saveVariable(
  prisma: Prisma.TransactionClient,
  waveId: string,
  question: DraftQuestion,
): Promise<UserProblem | undefined> {
  const { code } = question
  const elsewhere = { where: { waveId: { not: waveId } } }
  const stored = await prisma.variable.findUnique({
    where: { code },
    select: { ...definition, position: true, _count: { select: { questions: elsewhere } } },
  })
  if (stored === null) {
    const { _max } = await prisma.variable.aggregate({ _max: { position: true } })
    await prisma.variable.create({ data: variableData(question, (_max.position ?? -1) + 1) })
    return undefined
  }
  if (stored._count.questions > 0) {
    const [difference] = differences(question, stored)
    if (difference === undefined) return undefined
    return userProblem('INVALID_INPUT', 'question', `${code}: ${difference}`)
  }
  const { categories, nets, ...data } = variableData(question, stored.position)
  await prisma.variable.update({
    where: { code },
    data: {
      ...data,
      categories: { deleteMany: {}, ...categories },
      nets: { deleteMany: {}, ...nets },
    },
  })
  return undefined
}

async function saveQuestion(
  prisma: Prisma.TransactionClient,
  waveId: string,
  question: DraftQuestion,
  position: number,
): Promise<void> {
  const { code, label, askedIf, comparabilityNote, core = false, theme = null } = question
  const variable = await prisma.variable.findUniqueOrThrow({
    where: { code },
    select: { id: true, hierarchy: true, ...variableLists },
  })
  const none = { categories: Prisma.DbNull, nets: Prisma.DbNull, hierarchy: Prisma.DbNull }
  const data = {
    position,
    wordingNl: label.nl,
    wordingEn: label.en,
    askedIfVariable: askedIf?.variable ?? null,
    askedIfCategories: askedIf?.in ?? [],
    comparabilityNoteNl: comparabilityNote?.nl ?? null,
    comparabilityNoteEn: comparabilityNote?.en ?? null,
    core,
    theme,
    ...none,
    ...ownLists(question, variable),
  }
  const variableId = variable.id
  await prisma.question.upsert({
    where: { waveId_variableId: { waveId, variableId } },
    create: { ...data, waveId, variableId },
    update: data,
  })
}
