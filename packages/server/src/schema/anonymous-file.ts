import type { RequestContext } from '../context.ts'
import { type AnonymousFile, findAnonymousFile } from '../release/read-anonymous-file.ts'
import { type CodeNames, codeNames } from './labelled-code.ts'

/** The anonymised answers of the current release of a wave, and the names of their codes. */
export interface ReleasedFile {
  readonly digest: string
  readonly file: AnonymousFile
  readonly names: CodeNames
  /** Code of the weight variable. */
  readonly weight: string | undefined
}

/** Finds the anonymised answers of a wave; undefined where it has none. */
export async function releasedFile(
  wave: string,
  { prisma, releases }: RequestContext,
): Promise<ReleasedFile | undefined> {
  const release = (await releases()).find(({ codebook }) => codebook.wave.code === wave)
  if (release === undefined) return undefined
  const file = await findAnonymousFile(prisma, release.digest)
  if (file === undefined) return undefined
  const { digest, codebook } = release
  const weight = codebook.variables.find(({ measurement }) => measurement === 'weight')?.code
  return { digest, file, names: codeNames(codebook), weight }
}
