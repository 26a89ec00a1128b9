import { type AnonymisationReport, type AnonymousRow, anonymousRows } from '@peo/disclosure'
import type { PrismaClient } from '../generated/prisma/client.ts'

/** A variable of the anonymised answers, in their order. */
export interface AnonymousVariable {
  readonly variable: string
  /** The options of a variable with several answers; null where there is one. */
  readonly options: readonly string[] | null
}

/** The anonymised answers of a release. */
export interface AnonymousFile {
  readonly respondents: number
  readonly report: AnonymisationReport
  readonly variables: readonly AnonymousVariable[]
}

/** Finds the anonymised answers of a release by its digest; undefined where there are none. */
export async function findAnonymousFile(
  prisma: PrismaClient,
  digest: string,
): Promise<AnonymousFile | undefined> {
  const file = await prisma.anonymousFile.findFirst({
    where: { release: { digest } },
    select: {
      respondents: true,
      report: true,
      columns: { select: { variable: true, option: true }, orderBy: { position: 'asc' } },
    },
  })
  if (file === null) return undefined
  const codes = [...new Set(file.columns.map(({ variable }) => variable))]
  return {
    respondents: file.respondents,
    report: file.report as unknown as AnonymisationReport,
    variables: codes.map((variable) => {
      const columns = file.columns.filter((column) => column.variable === variable)
      const options = columns.flatMap(({ option }) => option ?? [])
      return { variable, options: options.length === 0 ? null : options }
    }),
  }
}

/** Bytes of a column read at a time. */
const bytesAtOnce = 2 ** 16

/**
 * The different numbers that the rows of a release show, ascending, by variable. Not `answers`, which has those that are
 * withheld too.
 */
export async function shownNumbers(prisma: PrismaClient, digest: string): Promise<Map<string, number[]>> {
  const shown = new Map<string, Set<number>>()
  for (let offset = 0; ; offset += bytesAtOnce) {
    const slices = await prisma.$queryRaw<Pick<Slice, 'variable' | 'answers' | 'codes'>[]>`
      SELECT c."variable", c."answers",
             encode(substring(c."data" FROM ${offset + 1}::int FOR ${bytesAtOnce}::int), 'base64') AS "codes"
      FROM "AnonymousColumn" c
      JOIN "Release" r ON r."id" = c."releaseId"
      WHERE r."digest" = ${digest} AND c."option" IS NULL AND jsonb_typeof(c."answers"->0) = 'number'`
    if (slices.every(({ codes }) => codes === '')) break
    for (const { variable, answers, codes } of slices) {
      const numbers = shown.get(variable) ?? new Set()
      for (const code of Buffer.from(codes, 'base64'))
        if (code < answers.length) numbers.add(Number(answers[code]))
      shown.set(variable, numbers)
    }
  }
  return new Map([...shown].map(([variable, numbers]) => [variable, [...numbers].sort((a, b) => a - b)]))
}

interface Slice {
  readonly variable: string
  readonly option: string | null
  readonly answers: (string | number)[]
  /** Base64, which costs the driver half of what binary data does. */
  readonly codes: string
  readonly ids: string
}

/** Reads some rows of the anonymised answers of a release, by its digest; no more of the columns than that. */
export async function readAnonymousRows(
  prisma: PrismaClient,
  digest: string,
  offset: number,
  limit: number,
): Promise<AnonymousRow[]> {
  const slices = await prisma.$queryRaw<Slice[]>`
    SELECT c."variable", c."option", c."answers",
           encode(substring(c."data" FROM ${offset + 1}::int FOR ${limit}::int), 'base64') AS "codes",
           encode(substring(f."ids" FROM ${16 * offset + 1}::int FOR ${16 * limit}::int), 'base64') AS "ids"
    FROM "AnonymousColumn" c
    JOIN "AnonymousFile" f ON f."releaseId" = c."releaseId"
    JOIN "Release" r ON r."id" = f."releaseId"
    WHERE r."digest" = ${digest}
    ORDER BY c."position"`
  const ids = Buffer.from(slices[0]?.ids ?? '', 'base64')
  return anonymousRows({
    size: ids.length / 16,
    ids,
    columns: slices.map(({ codes, variable, option, answers }) => ({
      variable,
      option,
      answers,
      codes: Buffer.from(codes, 'base64'),
    })),
  })
}
