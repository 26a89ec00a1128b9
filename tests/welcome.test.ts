import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { exampleTable } from '../packages/server/src/example-table.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { welcome } from '../packages/server/src/welcome.ts'
import { startService } from './started-service.ts'

const paste = (lines: string) =>
  promisify(execFile)('sh', ['-c', lines], { cwd: fileURLToPath(new URL('..', import.meta.url)) })

test('what npm start prints works when pasted', async () => {
  const database = await testDatabase('examples')
  const origin = await startService(database)
  const shown = await exampleTable(database.prisma)
  expect(shown).toEqual({ wave: 'peo-2022', rows: 'ruimte_algemeen', column: 'sector' })
  const text = welcome(origin, shown)
  const address = text.split('\n').find((line) => line.trim() === `${origin}/graphql`)
  const page = await fetch(address?.trim() ?? '', { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<title>PEO results service</title>')

  const curl = text.split('\n').find((line) => line.trim().startsWith('curl'))
  const table = await paste(`${curl?.trim()} --silent --show-error`)
  expect(table.stdout).toMatch(
    /^ruimte_algemeen,ruimte_algemeen_label,sector,.*\r\n1,more than sufficient,1,/,
  )

  const snippet = text.slice(text.indexOf('node --input-type'))
  expect(snippet.trim().split('\n')).toHaveLength(7)
  const printed = await paste(snippet)
  expect(printed.stdout).toMatch(/│ net:onvoldoende +│ '10' +│ '9' +│ '7' +│ '0' +│/)
})

test('it shows no table where everyone may see none', async () => {
  const { prisma } = await testDatabase('empty')
  expect(await exampleTable(prisma)).toBeUndefined()
  expect(welcome('http://localhost:4000')).not.toContain('waves=')
})
