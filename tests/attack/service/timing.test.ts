// Before all else, because it counts only what is compiled after it.
import '../count-work.ts'
import { protect, protectMeans } from '@peo/disclosure'
import { clopperPearson, cubeIndex, tabulate, tabulateMeans } from '@peo/tabulation'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { countStatements } from '../../../packages/server/src/testing/count-statements.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { countWork, differences, type Work } from '../count-work.ts'
import { dataOf } from '../hard-wave.ts'
import { hiddenWave, moveHidden, truths } from '../hidden-wave.ts'
import { planOf } from '../made-wave.ts'
import { changePlan, publishWaves } from '../publish-waves.ts'
import { documentOf } from '../table-document.ts'
import { everyRequest } from '../table-request.ts'
import type { TrueWave } from '../true-wave.ts'
import { showing } from '../weakened-plan.ts'

const wave = hiddenWave('made')
const [first, ...others] = Object.entries(truths)

/** Tables by sector, and of each of the hidden sectors alone. */
const requests = everyRequest(wave.codebook).filter(({ sides, filter }) =>
  filter.length === 0 ? sides.includes('sector') : 'cde'.includes(filter[0]!.category),
)

let database: Database
let reference: Awaited<ReturnType<typeof observe>>

beforeAll(async () => {
  // What the service does anew each second would depend on how fast this runs.
  vi.useFakeTimers({ toFake: ['performance'] })
  database = await testDatabase('empty')
  await publishWaves(database, [wave])
  await observe(first![1])
  reference = await observe(first![1])
})

afterAll(() => {
  vi.useRealTimers()
})

/** The answers to all requests and the statements sent for them, and what was done for each request. */
async function observe(sectors: string) {
  await moveHidden(database, 'made', sectors)
  const app = createApp(database)
  const works: Work[] = []
  const seen = await countStatements(database, async () => {
    const answers: unknown[] = []
    for (const request of requests) {
      const document = documentOf('made', request)
      works.push(await countWork(async () => answers.push(await ask(app, document))))
    }
    return answers
  })
  return { seen, works }
}

const differ = (works: readonly Work[]) => [
  ...new Set(works.flatMap((work, index) => differences(work, reference.works[index]!))),
]

test('much is counted: hundreds of places for each table', () => {
  expect(requests.length).toBeGreaterThan(50)
  expect(Math.min(...reference.works.map((work) => Object.keys(work).length))).toBeGreaterThan(100)
  const places = reference.works.flatMap(Object.keys).join()
  expect(places).toMatch(/clopper-pearson/)
  expect(places).toMatch(/describe-values/)
})

test.each(others)('of hidden groups of %s the service does the same, step by step', async (_, sectors) => {
  const { seen, works } = await observe(sectors)
  expect(seen).toEqual(reference.seen)
  expect(differ(works)).toEqual([])
})

/** The wave as it would be if its hidden respondents, as they come in it, were of these sectors. */
function waveWith(sectors: string): TrueWave {
  const { respondents } = wave
  const from = respondents.length - sectors.length
  return {
    ...wave,
    respondents: respondents.map((one, index) =>
      index < from ? one : { ...one, sector: sectors[index - from]! },
    ),
  }
}

const plan = planOf(wave)
const options = { filter: [], shown: [], weighted: false, confidenceLevel: 0.95 }

test('numbers that are gathered one by one take the same work too', async () => {
  const work = (sectors: string) => {
    const data = dataOf(waveWith(sectors))
    return countWork(() => protectMeans(tabulateMeans(data, { ...options, of: 'joy', by: ['sector'] }), plan))
  }
  await work(first![1])
  const [one, ...more] = await inTurn(Object.values(truths), work)
  expect(more.flatMap((other) => differences(one!, other))).toEqual([])
})

test('a service that computes intervals of withheld cells too is found out by them', async () => {
  const leaky = (sectors: string) => {
    const data = dataOf(waveWith(sectors))
    return countWork(() => {
      const table = tabulate(data, { ...options, rows: 'space', columns: ['sector'] })
      const base = (column: number) => table.moments.respondents[cubeIndex(table.shape, [2, column])]!
      for (const column of [2, 3, 4]) if (base(column) > 0) clopperPearson(1, base(column), 0.95)
      return protect(table, plan)
    })
  }
  await leaky(first![1])
  const [one, other] = await inTurn([first![1], 'eeeeeee'], leaky)
  expect(differences(one!, other!).join()).toMatch(/clopper-pearson\.ts clopperPearson/)
})

test('a service that shows the hidden groups is found out', async () => {
  await changePlan(database, 'made', (published) =>
    showing(published, wave, 'BELOW_MINIMUM', 'PROTECTS_ANOTHER'),
  )
  // As it was published: a group without anybody cannot be shown.
  const { works } = await observe('ddcccddddddc')
  expect(differ(works).length).toBeGreaterThan(20)
})

/** What is made of each, one after the other: what is counted would mix otherwise. */
async function inTurn<Value, Made>(values: readonly Value[], make: (value: Value) => Promise<Made>) {
  const made: Made[] = []
  for (const value of values) made.push(await make(value))
  return made
}
