import { type DisclosurePolicy, loadSolver, planRelease } from '@peo/disclosure'
import { NO_ANSWER, NOT_ASKED } from '@peo/tabulation'
import type { Database } from '../packages/server/src/database/database.ts'
import type { Prisma } from '../packages/server/src/generated/prisma/client.ts'
import type { StoredColumn } from '../packages/server/src/release/encode-column.ts'
import type { ReleaseCodebook, ReleasedVariable } from '../packages/server/src/release/release-codebook.ts'
import { releaseDigest } from '../packages/server/src/release/release-digest.ts'
import { toWaveData } from '../packages/server/src/release/wave-data.ts'
import { randomNumbers } from './random-numbers.ts'

const label = { nl: 'x', en: 'x' }
const categories = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: `${index + 1}`, label }))
const background = { measurement: 'nominal', label, role: 'background' } as const

/** The ordinal questions of the wave. */
export const ordinals = Array.from({ length: 8 }, (_, index) => `q${index + 1}`)

const variables: ReleasedVariable[] = [
  { ...background, code: 'sector', categories: categories(4) },
  { ...background, code: 'region', categories: categories(6) },
  ...ordinals.map((code) => ({
    code,
    measurement: 'ordinal' as const,
    label,
    categories: categories(5),
    nets: [{ code: 'low', label, categories: ['1', '2'] }],
  })),
  { code: 'causes', measurement: 'multiple', label, categories: categories(4) },
  { code: 'grade', measurement: 'numeric', label },
  { code: 'hours', measurement: 'numeric', label },
  { code: 'weight', measurement: 'weight', label },
]

/** The answers of so many respondents. Weights follow from the sector, so that weighted groups are large, too. */
function makeColumns(size: number): Map<string, StoredColumn<ArrayBuffer>> {
  const random = randomNumbers(size)
  const bytes = (next: () => number, length = size) => {
    const data = new Uint8Array(length)
    for (let index = 0; index < length; index++) data[index] = next()
    return { data, levels: [] }
  }
  const answer = (count: number) => () => (random() < 0.03 ? NO_ANSWER : random() * count)
  const routed = () => (random() < 0.2 ? NOT_ASKED : answer(5)())
  const sector = bytes(() => random() * 4)
  const doubles = (number: (respondent: number) => number) => {
    const data = new Uint8Array(size * 9)
    const view = new DataView(data.buffer)
    for (let index = 0; index < size; index++) view.setFloat64(size + index * 8, number(index), true)
    return { data, levels: [] }
  }
  return new Map([
    ['sector', sector],
    ['region', bytes(() => random() * 6)],
    ...ordinals.map((code) => [code, bytes(code === 'q8' ? routed : answer(5))] as const),
    ['causes', bytes(() => random() * 2, size * 4)],
    ['grade', { ...bytes(answer(10)), levels: Array.from({ length: 10 }, (_, index) => index + 1) }],
    ['hours', doubles(() => Math.floor(random() * 4000) / 100)],
    ['weight', doubles((respondent) => 0.7 + 0.2 * sector.data[respondent]!)],
  ])
}

const policy: DisclosurePolicy = {
  minimumGroupSize: 5,
  background: ['sector', 'region'],
  questions: [...ordinals, 'causes', 'grade', 'hours'],
  breakdowns: [['sector'], ['region'], ['sector', 'region']],
}

/** Writes a published wave of so many respondents; what they answer follows from their number alone. */
export async function writeWave({ prisma }: Database, code: string, size: number): Promise<void> {
  const codebook: ReleaseCodebook = { wave: { code, title: label }, variables }
  // Every group of the wave is large, as it is in a small sample of the same kind, which is planned in no time.
  const sample = 2000
  const data = toWaveData(codebook, makeColumns(sample), sample)
  const plan = planRelease(data, policy, await loadSolver())
  const columns = makeColumns(size)
  const { id } = await prisma.release.create({
    data: {
      wave: { create: { code, titleNl: code, titleEn: code, theme: 'load', status: 'PUBLISHED' } },
      number: 1,
      digest: releaseDigest(codebook, plan, columns),
      publishedOn: new Date(0),
      respondents: size,
      codebook,
      plan: plan as unknown as Prisma.InputJsonObject,
    },
  })
  for (const [variable, { data, levels }] of columns) {
    await prisma.releaseColumn.create({ data: { releaseId: id, variable, data, levels: [...levels] } })
  }
}
