import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { listen } from '../plugins/testing/listen.ts'
import { tellProgress, type WorkProgress } from '../progress/tell-progress.ts'
import { watchProgress } from '../progress/watch-progress.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('examples')
})

const subscription = 'subscription ($wave: String!) { waveProgress(wave: $wave) { stage done of ended } }'
const appOf = (role: Viewer['role']) => createApp(database, { viewer: { role } })

/** Subscribes over server-sent events; gives the lines of data as they come, until the stream ends. */
async function* eventsOf(app: App, wave: string): AsyncGenerator<object> {
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: subscription, variables: { wave } }),
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop()!
    for (const event of events) {
      const data = /^data: ?(.+)$/m.exec(event)?.[1]
      if (data) yield JSON.parse(data) as object
    }
  }
}

const waiting = (times: number) => database.prisma.progress.count().then((count) => count >= times)

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('work at one replica is watched at another, to its end', async () => {
  let finish = () => {}
  let say: (progress: WorkProgress) => void = () => {}
  // Another client of the same database: what one process knows by itself, the other does not.
  const replica = database.prisma.$extends({}) as unknown as Database['prisma']
  const work = tellProgress(replica, 'peo-2030', (tell) => {
    say = tell
    return new Promise<void>((resolve) => (finish = resolve))
  })
  say({ stage: 'CHECKED', done: 1000, of: null })
  await until(() => waiting(1))
  const heard: object[] = []
  for await (const event of eventsOf(appOf('STAFF'), 'peo-2030')) {
    heard.push(event)
    if (heard.length === 1) say({ stage: 'WRITTEN', done: 500, of: 1000 })
    if (heard.length === 2) finish()
  }
  await work
  const told = (stage: string, done: number, of: number | null, ended: boolean) => ({
    data: { waveProgress: { stage, done, of, ended } },
  })
  expect(heard).toEqual([
    told('CHECKED', 1000, null, false),
    told('WRITTEN', 500, 1000, false),
    told('WRITTEN', 500, 1000, true),
  ])
  expect(await database.prisma.progress.count()).toBe(0)
})

test('work is watched while it has the only connection of an embedded database', async () => {
  const { prisma } = database
  const mayWatch = () => prisma.wave.count().then(() => true)
  const watched = watchProgress(prisma, 'peo-2033', new AbortController().signal, mayWatch)
  const first = watched.next()
  await tellProgress(prisma, 'peo-2033', (tell) =>
    prisma.$transaction(
      async (transaction) => {
        await transaction.wave.count()
        tell({ stage: 'WRITTEN', done: 1, of: 2 })
        expect(await first).toMatchObject({ value: { stage: 'WRITTEN', done: 1, of: 2, ended: false } })
        tell({ stage: 'WRITTEN', done: 2, of: 2 })
        expect(await watched.next()).toMatchObject({ value: { done: 2, ended: false } })
      },
      { timeout: 60_000 },
    ),
  )
  expect(await watched.next()).toMatchObject({ value: { done: 2, ended: true } })
})

test('what was killed says nothing any more, and a stream ends with the service', async () => {
  const at = new Date(Date.now() - 60_000)
  await database.prisma.progress.create({ data: { wave: 'peo-2031', stage: 'AUDIT', done: 1, at } })
  const app = appOf('STAFF')
  const events = eventsOf(app, 'peo-2031')
  const first = events.next()
  await new Promise((resolve) => setTimeout(resolve, 1000))
  app.stop()
  expect(await first).toEqual({ done: true, value: undefined })
})

test('a stream ends with the session that opened it', async () => {
  let holds = true
  const { prisma } = database
  const at = new Date(Date.now() + 3600_000)
  await prisma.progress.create({ data: { wave: 'peo-2032', stage: 'AUDIT', done: 1, at } })
  const watched = watchProgress(prisma, 'peo-2032', new AbortController().signal, async () => holds)
  expect(await watched.next()).toMatchObject({ value: { stage: 'AUDIT', done: 1 } })
  holds = false
  expect(await watched.next()).toEqual({ done: true, value: undefined })
})

test('publishing tells its stages', async () => {
  const { prisma } = database
  await prisma.release.deleteMany({ where: { wave: { code: 'peo-2021' } } })
  await prisma.wave.update({ where: { code: 'peo-2021' }, data: { status: 'CLOSED', version: 7 } })
  const app = appOf('STAFF')
  const heard: string[] = []
  const watching = (async () => {
    for await (const event of eventsOf(app, 'peo-2021')) heard.push(JSON.stringify(event))
  })()
  const publish =
    'mutation { publishWave(input: { wave: "peo-2021", version: 7 }) { errors { code message } } }'
  const answer = await ask(app, publish)
  await watching
  expect(answer).toEqual({ data: { publishWave: { errors: [] } } })
  expect(heard.at(-1)).toContain('"ended":true')
  expect(heard.join()).toMatch(/"stage":"(RELEASE_PLAN|AUDIT)"/)
})

test('a subscription is checked before it runs, as any operation', async () => {
  const { errors } = await ask(appOf('STAFF'), subscription, { wave: '\u0000' })
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', argument: 'wave' } }])
})

test.each([
  'EVERYONE',
  'PROFESSIONAL',
  'PARTNER',
  'RESEARCHER',
] as const)('%s does not watch', async (role) => {
  const response = await appOf(role).fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: subscription, variables: { wave: 'peo-2022' } }),
  })
  const text = await response.text()
  expect(text).toContain(role === 'EVERYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
  expect(text).not.toContain('"stage"')
})
