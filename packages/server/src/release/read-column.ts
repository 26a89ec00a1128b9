import type { PrismaClient } from '../generated/prisma/client.ts'
import type { StoredColumn } from './encode-column.ts'

/** Reads a column of a release, by the release's digest and the variable's code. */
export type ColumnReader = (digest: string, variable: string) => Promise<StoredColumn>

/** Bytes read by one statement: they come through the driver in some 2 ms, and nothing else runs meanwhile. */
const sliceBytes = 256 * 1024

interface FirstSlice {
  readonly id: string
  /** Null in a release from before there were levels. */
  readonly levels: readonly number[] | null
  readonly respondents: number
  readonly length: number
  /** Base64, which costs the driver half of what binary data does. */
  readonly slice: string
}

/**
 * Reads columns in slices into memory that threads share. The slices of several columns take turns, so that
 * requests which come together do not hold the event loop together.
 */
export function columnReader(prisma: PrismaClient): ColumnReader {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(read: () => Promise<Result>): Promise<Result> => {
    const result = last.then(read)
    last = result.catch(() => {})
    return result
  }
  return async (digest, variable) => {
    const [column] = await inTurn(
      () => prisma.$queryRaw<FirstSlice[]>`
        SELECT c."id", c."levels", r."respondents", octet_length(c."data") AS "length",
               encode(substring(c."data" FROM 1 FOR ${sliceBytes}::int), 'base64') AS "slice"
        FROM "ReleaseColumn" c JOIN "Release" r ON r."id" = c."releaseId"
        WHERE r."digest" = ${digest} AND c."variable" = ${variable}`,
    )
    if (column === undefined) throw new Error(`Release ${digest} has no column ${variable}.`)
    const data = sharedBytes(column)
    data.write(column.slice, 'base64')
    for (let from = sliceBytes; from < data.length; from += sliceBytes) {
      const [next] = await inTurn(
        () => prisma.$queryRaw<Pick<FirstSlice, 'slice'>[]>`
          SELECT encode(substring("data" FROM ${from + 1}::int FOR ${sliceBytes}::int), 'base64') AS "slice"
          FROM "ReleaseColumn" WHERE "id" = ${column.id}`,
      )
      if (next === undefined) throw new Error(`Release ${digest} was removed while it was read.`)
      data.write(next.slice, from, 'base64')
    }
    // No Buffer: those who read it may count on what slice() does to plain bytes.
    return { data: new Uint8Array(data.buffer, data.byteOffset), levels: column.levels ?? [] }
  }
}

/** Room for a column such that doubles, which follow a presence byte per respondent, begin at a multiple of eight. */
function sharedBytes({ respondents, length }: FirstSlice): Buffer<SharedArrayBuffer> {
  const padding = -respondents & 7
  return Buffer.from(new SharedArrayBuffer(padding + length), padding)
}
