import { randomUUID } from 'node:crypto'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Answers } from '../import/answers.ts'

/** Rows that are written again at once. */
const together = 500

/**
 * Takes the answers in words of a wave out of the rows they were given with, and keeps them apart: with ids of their own, so
 * that their order and place say nothing of who wrote them. Does nothing where they are apart already.
 */
export async function takeOpenAnswersApart(prisma: Prisma.TransactionClient, waveId: string): Promise<void> {
  const questions = await prisma.question.findMany({
    where: { waveId, variable: { measurement: 'TEXT' } },
    select: { id: true, variable: { select: { code: true } } },
  })
  if (questions.length === 0) return
  const questionOf = new Map(questions.map(({ id, variable }) => [variable.code, id]))
  const rows = await prisma.respondent.findMany({ where: { waveId } })
  const texts: { id: string; waveId: string; questionId: string; text: string }[] = []
  const kept: { id: string; waveId: string; answers: Answers }[] = []
  for (const { answers } of rows) {
    const left: Record<string, Answers[string]> = {}
    for (const [code, answer] of Object.entries(answers as Answers)) {
      const questionId = questionOf.get(code)
      if (questionId === undefined) left[code] = answer
      else if (String(answer).trim() !== '')
        texts.push({ id: randomUUID(), waveId, questionId, text: String(answer) })
    }
    kept.push({ id: randomUUID(), waveId, answers: left })
  }
  if (texts.length === 0) return
  // Random ids are an order: what is stored by them lies in no order in which it was given.
  const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)
  await prisma.respondent.deleteMany({ where: { waveId } })
  for (const list of inParts(kept.sort(byId))) await prisma.respondent.createMany({ data: list })
  for (const list of inParts(texts.sort(byId))) await prisma.openAnswer.createMany({ data: list })
}

/** Deletes what was given as open answers; what was approved stays as it was approved. */
export async function forgetOpenAnswers(prisma: Prisma.TransactionClient, waveId: string): Promise<void> {
  await prisma.openAnswer.deleteMany({ where: { waveId, status: { not: 'APPROVED' } } })
  await prisma.openAnswer.updateMany({ where: { waveId }, data: { text: '' } })
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / together) }, (_, part) =>
    items.slice(part * together, (part + 1) * together),
  )
}
