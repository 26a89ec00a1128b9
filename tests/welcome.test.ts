import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { welcome } from '../packages/server/src/welcome.ts'
import { startedService } from './started-service.ts'

const paste = (lines: string) =>
  promisify(execFile)('sh', ['-c', lines], { cwd: fileURLToPath(new URL('..', import.meta.url)) })

test('what npm start prints works when pasted', async () => {
  const origin = await startedService()
  const text = welcome(origin)
  const address = text.split('\n').find((line) => line.trim() === `${origin}/graphql`)
  const page = await fetch(address?.trim() ?? '', { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<title>PEO results service</title>')

  const curl = text.split('\n').find((line) => line.trim().startsWith('curl'))
  const table = await paste(`${curl?.trim()} --silent --show-error`)
  expect(table.stdout).toMatch(/^ruimte_relatie,ruimte_relatie_label,sector,.*\r\n1,more than sufficient,1,/)

  const snippet = text.slice(text.indexOf('node --input-type'))
  expect(snippet.trim().split('\n')).toHaveLength(7)
  const printed = await paste(snippet)
  expect(printed.stdout).toMatch(/│ net:onvoldoende +│ '61' +│ '47' +│ '33' +│ '33' +│/)
})
