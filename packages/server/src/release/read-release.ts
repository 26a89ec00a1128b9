import type { ReleasePlan } from '@peo/disclosure'
import type { SampledUnits, WaveData } from '@peo/tabulation'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { ByteCache } from './byte-cache.ts'
import { type DesignSource, sharedDesign } from './design-worker.ts'
import type { StoredColumn } from './encode-column.ts'
import type { ColumnReader } from './read-column.ts'
import { type ReleaseCodebook, type ReleasedVariable, releaseCodebook } from './release-codebook.ts'
import { designVariables } from './release-design.ts'
import { toWaveData } from './wave-data.ts'
import { onThread } from './worker-threads.ts'

/** A published wave. Its answers are read when they are asked for. */
export interface Release {
  readonly digest: string
  readonly codebook: ReleaseCodebook
  readonly plan: ReleasePlan
  /** Number of respondents. */
  readonly size: number
  /**
   * The columns of those of these variables that the wave asked; with the weights and the design of the sample
   * where `weighted`.
   */
  readonly data: (variables: readonly string[], weighted: boolean) => Promise<WaveData>
}

/** Where the columns of releases come from, and where they are kept. */
export interface ColumnStore {
  readonly cache: ByteCache
  readonly readColumn: ColumnReader
}

/** The design of a sample of more respondents is worked out on a worker thread: a million take some 50 ms. */
const designAtOnce = 100_000

/** Reads a release without its answers. */
export async function readRelease(
  prisma: PrismaClient,
  digest: string,
  store: ColumnStore,
): Promise<Release> {
  const release = await prisma.release.findUniqueOrThrow({ where: { digest } })
  const codebook = releaseCodebook.parse(release.codebook)
  const size = release.respondents
  const columnsOf = async (isWanted: (variable: ReleasedVariable) => boolean) => {
    const wanted = codebook.variables.filter(
      (variable) => variable.measurement !== 'text' && isWanted(variable),
    )
    const columns = wanted.map(async ({ code }) => {
      const column = await store.cache(`${digest} ${code}`, () => store.readColumn(digest, code), columnBytes)
      return [code, column] as const
    })
    return toWaveData(codebook, new Map(await Promise.all(columns)), size)
  }
  const makeDesign = async (): Promise<SampledUnits> => {
    const codes = designVariables(codebook)
    const { columns } = await columnsOf(({ code }) => codes.includes(code))
    const source: DesignSource = { codebook, columns, size }
    return size > designAtOnce
      ? onThread(new URL('./design-worker.ts', import.meta.url), 'sharedDesign', source)
      : sharedDesign(source)
  }
  return {
    digest,
    codebook,
    plan: release.plan as unknown as ReleasePlan,
    size,
    data: async (variables, weighted) => {
      const data = await columnsOf(
        ({ code, measurement }) => variables.includes(code) || (weighted && measurement === 'weight'),
      )
      if (!weighted || codebook.wave.design === undefined) return data
      return { ...data, design: await store.cache(`${digest} design`, makeDesign, designBytes) }
    },
  }
}

const columnBytes = ({ data, levels }: StoredColumn) => data.buffer.byteLength + levels.length * 8

const designBytes = ({ unitBytes, strata, stratumOf }: SampledUnits) =>
  unitBytes.reduce((sum, bytes) => sum + bytes.length, 0) + strata.length * 16 + stratumOf.length * 8
