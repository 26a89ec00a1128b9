import { Zip, ZipDeflate } from 'fflate'

/** A file in an archive, piece by piece. */
export interface ZipEntry {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** The first moment that an archive can say: the same files are the same bytes, whenever they are written. */
export const noTime = new Date(1980, 0, 1)

/** A zip archive of files, written while they are read. */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const done: Uint8Array<ArrayBuffer>[] = []
  const archive = new Zip((error, chunk) => {
    if (error) throw error
    done.push(chunk)
  })
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name)
    entry.mtime = noTime
    archive.add(entry)
    for await (const chunk of chunks) {
      entry.push(chunk)
      yield* done.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* done.splice(0)
  }
  archive.end()
  yield* done.splice(0)
}
