import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Chunks } from './csv-lines.ts'

/** A file of answers, on disk or uploaded. It is read more than once. */
export interface AnswerFile {
  readonly name: string
  /** How many bytes it has. */
  readonly size: number
  readonly chunks: () => Chunks
  /** Another file of its folder, as Triple-S has its answers; undefined where there is none. */
  readonly beside: (name: string) => Promise<AnswerFile | undefined>
}

/** A file on disk; undefined where there is none. */
export async function fileOnDisk(file: string): Promise<AnswerFile | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    name: file,
    size: found.size,
    chunks: () => createReadStream(file, { highWaterMark: 1 << 14 }),
    // Only the folder of the file: a name may not lead elsewhere.
    beside: (name) => fileOnDisk(path.join(path.dirname(file), path.basename(name))),
  }
}

/** A file that came with a request. As JSON it is its name alone. */
export function uploadedFile(file: File): AnswerFile {
  return {
    name: file.name,
    size: file.size,
    chunks: () => file.stream() as unknown as Chunks,
    beside: async () => undefined,
  }
}

/** A text that was given in place of a file. */
export function pastedFile(text: string): AnswerFile {
  const bytes = Buffer.from(text)
  return { name: 'content', size: bytes.length, chunks: () => [bytes], beside: async () => undefined }
}

/** The bytes of a whole file. */
export async function wholeFile({ chunks }: AnswerFile): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks()) parts.push(chunk)
  return Buffer.concat(parts)
}

/** SHA-256 of files, in hexadecimal. */
export async function digestOf(files: readonly AnswerFile[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { chunks } of files) for await (const chunk of chunks()) hash.update(chunk)
  return hash.digest('hex')
}
