import type { Prisma } from '../generated/prisma/client.ts'
import type { Answers } from '../import/answers.ts'

/**
 * Rows that move with a new one. With so many others it shares the transaction that wrote it (`xmin`) and lies in random
 * order (`ctid`), so that neither tells which of them it is. It takes those along that moved last (`age`): rows that came
 * in one by one stay together, however many of another kind, such as imported ones, there are.
 */
const together = 500

/**
 * Adds answers to a wave where nobody finds them: others of the wave are written again with them, in random order and under
 * new ids. Run it in the transaction that locked the wave, once.
 */
export async function addRespondent(
  transaction: Prisma.TransactionClient,
  waveId: string,
  answers: Answers,
): Promise<void> {
  await transaction.$executeRaw`
    WITH moved AS (
      DELETE FROM "Respondent" WHERE "id" IN (
        SELECT "id" FROM "Respondent" WHERE "waveId" = ${waveId}
        ORDER BY age(xmin), gen_random_uuid() LIMIT ${together})
      RETURNING "answers")
    INSERT INTO "Respondent" ("id", "waveId", "answers")
    SELECT gen_random_uuid(), ${waveId}, "answers"
    FROM (SELECT "answers" FROM moved UNION ALL SELECT ${JSON.stringify(answers)}::jsonb) AS mixed
    ORDER BY gen_random_uuid()`
}

/** Marks an invitation as used, where nobody finds it among those that were before. */
export async function useInvitation(
  transaction: Prisma.TransactionClient,
  waveId: string,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  // Whom it was for is needed no longer.
  await transaction.$executeRaw`
    WITH moved AS (
      DELETE FROM "Invitation" WHERE "codeHash" = ${codeHash} OR "codeHash" IN (
        SELECT "codeHash" FROM "Invitation" WHERE "waveId" = ${waveId} AND "used"
        ORDER BY age(xmin), gen_random_uuid() LIMIT ${together})
      RETURNING "codeHash")
    INSERT INTO "Invitation" ("codeHash", "waveId", "used")
    SELECT "codeHash", ${waveId}, true FROM moved ORDER BY gen_random_uuid()`
}

/** Notes that a form was sent, where nobody finds it among those that were before. */
export async function addSentForm(
  transaction: Prisma.TransactionClient,
  waveId: string,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await transaction.$executeRaw`
    WITH moved AS (
      DELETE FROM "SentForm" WHERE "tokenHash" IN (
        SELECT "tokenHash" FROM "SentForm" WHERE "waveId" = ${waveId}
        ORDER BY age(xmin), gen_random_uuid() LIMIT ${together})
      RETURNING "tokenHash")
    INSERT INTO "SentForm" ("tokenHash", "waveId")
    SELECT "tokenHash", ${waveId}
    FROM (SELECT "tokenHash" FROM moved UNION ALL SELECT ${tokenHash}::bytea) AS mixed
    ORDER BY gen_random_uuid()`
}

/**
 * Writes all answers and invitations of a wave that takes none any more again, in random order: then nothing is left of
 * which came in one after the other, nor of which invitations were used or
 * forms sent.
 */
export async function mixWave(transaction: Prisma.TransactionClient, waveId: string): Promise<void> {
  await transaction.$executeRaw`
    WITH moved AS (DELETE FROM "Respondent" WHERE "waveId" = ${waveId} RETURNING "answers")
    INSERT INTO "Respondent" ("id", "waveId", "answers")
    SELECT gen_random_uuid(), ${waveId}, "answers" FROM moved ORDER BY gen_random_uuid()`
  await transaction.$executeRaw`
    WITH moved AS (DELETE FROM "Invitation" WHERE "waveId" = ${waveId} RETURNING "codeHash", "revoked")
    INSERT INTO "Invitation" ("codeHash", "waveId")
    SELECT "codeHash", ${waveId} FROM moved WHERE NOT "revoked" ORDER BY gen_random_uuid()`
  await transaction.sentForm.deleteMany({ where: { waveId } })
}
