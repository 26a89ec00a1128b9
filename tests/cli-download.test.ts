import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../packages/server/src/plugins/testing/listen.ts'
import { peoCommand } from './peo-command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'peo-download-'))
  await writeFile(path.join(folder, 'file'), '')
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['none/answers.csv', 'ENOENT'],
  ['file/answers.csv', 'ENOTDIR'],
  ['a'.repeat(300), 'ENAMETOOLONG'],
  ['/dev/full', 'ENOSPC'],
])('where %s cannot be written, that is said, also while answers still come', async (out, why) => {
  const { origin, close } = await listen((_, response) => {
    response.setHeader('content-disposition', 'attachment')
    const more = () => response.write('1,2\r\n'.repeat(1000)) && !response.destroyed && setImmediate(more)
    response.on('drain', more)
    more()
  })
  const env = { PEO_TOKEN: 'a' }
  const ended = await peoCommand(folder, origin)(['download', 'peo-2022', '--out', out], { env })
  close()
  expect(ended).toEqual({
    code: 2,
    stdout: '',
    stderr: `peo: ${out} cannot be written: ${why}.\n     peo --help tells how.\n`,
  })
  expect(await readdir(folder)).toEqual(['file'])
})
