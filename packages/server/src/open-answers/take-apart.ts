import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Takes the answers in words of a wave out of the rows they were given with, and keeps them apart: all are written again
 * in random order, under new ids, so that their order and place say nothing of who wrote them. Does nothing where they are
 * apart already.
 *
 * @returns whether there were any
 */
export async function takeOpenAnswersApart(
  prisma: Prisma.TransactionClient,
  waveId: string,
): Promise<boolean> {
  const questions = await prisma.question.findMany({
    where: { waveId, variable: { measurement: 'TEXT' } },
    select: { variable: { select: { code: true } } },
  })
  const codes = questions.map(({ variable }) => variable.code)
  const written = await prisma.$queryRaw<object[]>`
    SELECT 1 FROM "Respondent" WHERE "waveId" = ${waveId} AND "answers" ?| ${codes}::text[] LIMIT 1`
  if (written.length === 0) return false
  await prisma.$executeRaw`
    WITH moved AS (DELETE FROM "Respondent" WHERE "waveId" = ${waveId} RETURNING "answers"),
    texts AS (
      INSERT INTO "OpenAnswer" ("id", "waveId", "questionId", "text")
      SELECT gen_random_uuid(), ${waveId}, question."id", "answers"->>"code"
      FROM moved, "Question" question JOIN "Variable" variable ON variable."id" = "variableId"
      WHERE "waveId" = ${waveId} AND "measurement" = 'TEXT' AND "answers"->>"code" ~ '\\S'
      ORDER BY gen_random_uuid())
    INSERT INTO "Respondent" ("id", "waveId", "answers")
    SELECT gen_random_uuid(), ${waveId}, "answers" - ${codes}::text[] FROM moved ORDER BY gen_random_uuid()`
  return true
}

/** Deletes what was given as open answers; what was approved stays as it was approved. */
export async function forgetOpenAnswers(prisma: Prisma.TransactionClient, waveId: string): Promise<void> {
  await prisma.openAnswer.deleteMany({ where: { waveId, status: { not: 'APPROVED' } } })
  await prisma.openAnswer.updateMany({ where: { waveId }, data: { text: '' } })
}
