import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DisclosurePolicy } from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Answers } from '../import/answers.ts'
import { designProblems } from './design-problems.ts'
import { encodeColumn, type StoredColumn } from './encode-column.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { releaseDesign } from './release-design.ts'
import { codebookOfWave, waveCodebook } from './wave-codebook.ts'
import { toWaveData } from './wave-data.ts'

const everythingOfWave = {
  ...codebookOfWave,
  breakdowns: {
    orderBy: { position: 'asc' },
    include: {
      variables: { orderBy: { position: 'asc' }, select: { variable: { select: { code: true } } } },
    },
  },
  // Ids are random, so their order says nothing of who answered when.
  respondents: { orderBy: { id: 'asc' } },
  releases: { select: { number: true } },
} satisfies Prisma.WaveInclude

type WholeWave = Prisma.WaveGetPayload<{ include: typeof everythingOfWave }>

/** A wave as it was collected: all that a release of it is made from. */
export interface CollectedWave {
  readonly status: WholeWave['status']
  /** When its rows were deleted. */
  readonly purgedOn: Date | null
  /** Numbers of the releases that were made of it. */
  readonly releases: readonly number[]
  readonly codebook: ReleaseCodebook
  readonly policy: DisclosurePolicy
  readonly rows: readonly Answers[]
}

/** Reads what was collected of a wave; undefined when there is no such wave. */
export async function readWave(
  prisma: Prisma.TransactionClient,
  code: string,
): Promise<CollectedWave | undefined> {
  const wave = await prisma.wave.findUnique({ where: { code }, include: everythingOfWave })
  if (wave === null) return undefined
  const codebook = waveCodebook(wave)
  return {
    status: wave.status,
    purgedOn: wave.purgedOn,
    releases: wave.releases.map(({ number }) => number),
    codebook,
    policy: policyOf(wave, codebook),
    rows: wave.respondents.map(({ answers }) => answers as Answers),
  }
}

/** Why no release can be made of a wave, in a sentence; undefined when it can. */
export function findUnreleasable({ codebook, rows, purgedOn }: CollectedWave): string | undefined {
  const { code, design } = codebook.wave
  if (purgedOn !== null)
    return `The collected rows of wave ${code} were deleted on ${purgedOn.toISOString().slice(0, 10)}; no release can be made of it.`
  if (rows.length === 0) return `Wave ${code} has no answers to publish.`
  const problems = designProblems(design, rows)
  return problems.length === 0 ? undefined : `Wave ${code} does not fit its design:\n${problems.join('\n')}`
}

/** The answers of a wave as a release keeps them, by variable. Between them the event loop comes round. */
export async function storedColumns({
  codebook,
  rows,
}: CollectedWave): Promise<ReadonlyMap<string, StoredColumn<ArrayBuffer>>> {
  const columns = new Map<string, StoredColumn<ArrayBuffer>>()
  for (const variable of codebook.variables) {
    const column = encodeColumn(variable, rows)
    if (column !== undefined) columns.set(variable.code, column)
    await nextTurn()
  }
  return columns
}

/** The answers of a wave as a plan is made from them, with the design of the sample where it has one. */
export function collectedData(
  { codebook, rows }: CollectedWave,
  columns: ReadonlyMap<string, StoredColumn>,
): WaveData {
  const data = toWaveData(codebook, columns, rows.length)
  const design = releaseDesign(codebook, data.columns, rows.length)
  return { ...data, ...(design && { design }) }
}

function policyOf(wave: WholeWave, codebook: ReleaseCodebook): DisclosurePolicy {
  const tabulated = codebook.variables.filter(({ measurement }) => !['text', 'weight'].includes(measurement))
  const background = tabulated.filter(({ role }) => role === 'background').map(({ code }) => code)
  const boundary = codebook.variables.find(({ partnerBoundary }) => partnerBoundary)?.code
  return {
    ...(boundary !== undefined && { boundary }),
    minimumGroupSize: wave.minimumGroupSize,
    background,
    questions: tabulated.map(({ code }) => code).filter((code) => !background.includes(code)),
    breakdowns: wave.breakdowns.map(({ variables }) => variables.map(({ variable }) => variable.code)),
  }
}
