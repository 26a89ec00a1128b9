import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { listen } from '../packages/server/src/plugins/testing/listen.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { peoCommand } from './peo-command.ts'
import { startService } from './started-service.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'peo-page-'))
  await writeFile(path.join(folder, 'a.csv'), 'respondent\n')
})
afterAll(() => rm(folder, { recursive: true }))

const page: RequestListener = (_, response) => response.end('<html>Please sign in</html>')
const json =
  (text: string): RequestListener =>
  (_, response) =>
    response.setHeader('content-type', 'application/json').end(text)
const redirect =
  (status: number, location = '/login'): RequestListener =>
  (request, response) =>
    request.url === '/login' ? page(request, response) : response.writeHead(status, { location }).end()

const pages: readonly [string, RequestListener][] = [
  ['a page', page],
  ['a redirect to a page', redirect(302)],
  ['a redirect after a form', redirect(303)],
  ['a redirect to nowhere', redirect(303, 'http://')],
  ['a page that is not there', (_, response) => response.writeHead(404).end('<html>Not found</html>')],
  ['a page that does not understand', (_, response) => response.writeHead(400).end('Bad request')],
  ['null', json('null')],
  ['an array', json('[]')],
  ['an object', json('{"hello":1}')],
  ['errors that are none', json('{"errors":"no","data":null}')],
  ['null errors', json('{"errors":null}')],
]

const client = { PEO_CLIENT_ID: 'x', PEO_CLIENT_SECRET: 'y' }

test.each(pages)('%s in place of the service is for later', async (_, listener) => {
  const { origin, close } = await listen(listener)
  const peo = peoCommand(folder, origin)
  const ended = [
    await peo(['download', 'peo-2022'], { env: client }),
    await peo(['download', 'peo-2022']),
    await peo(['import', 'a.csv', '--wave', 'peo-2022']),
    await peo(['login'], { input: `${origin}/sign-in-link?t=a\n` }),
    await peo(['login'], { input: 'x\ny\n' }),
    await peo(['waves']),
    await peo(['crosstab', 'sector', '--wave', 'peo-2022']),
  ]
  close()
  for (const { code, stdout, stderr } of ended) {
    expect([code, stdout]).toEqual([5, ''])
    expect(stderr).toMatch(/^peo: .+\n( {5}.*\n)?$/)
  }
})

test.each([
  '{"data":[]}',
  '{"data":{"importAnswers":null}}',
])('an import that is answered with %s may be done again', async (text) => {
  const { origin, close } = await listen(json(text))
  const { code, stderr } = await peoCommand(folder, origin)(['import', 'a.csv', '--wave', 'peo-2022'])
  close()
  expect([code, stderr]).toEqual([5, expect.stringContaining('Import it again')])
})

test('an import that was sent and is not answered may be done again', async () => {
  const { origin, close } = await listen((request, response) => {
    request.resume().once('end', () => response.destroy())
  })
  const importing = ['import', 'a.csv', '--wave', 'peo-2022']
  const sent = await peoCommand(folder, origin)(importing)
  close()
  expect([sent.code, sent.stderr]).toEqual([5, expect.stringContaining('Import it again')])
  const unsent = await peoCommand(folder, origin)(importing)
  expect([unsent.code, unsent.stderr]).toEqual([5, expect.stringContaining('cannot be reached')])
})

test('a wrong secret is that', async () => {
  const database = await testDatabase('examples')
  const { id } = await newClient(database, { role: 'RESEARCHER' })
  const peo = peoCommand(folder, await startService(database))
  const env = { PEO_CLIENT_ID: id, PEO_CLIENT_SECRET: 'wrong' }
  expect(await peo(['download', 'peo-2022'], { env })).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('with that secret'),
  })
})
