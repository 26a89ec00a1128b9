import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { startService } from './started-service.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const database = await testDatabase('examples')
const url = await startService(database)
const { id, secret } = await newClient(database, { role: 'RESEARCHER' })

/** A package of its own that has the SDK installed. */
const folder = await mkdtemp(path.join(tmpdir(), 'peo-docs-'))
afterAll(() => rm(folder, { recursive: true }))
await mkdir(path.join(folder, 'node_modules/@peo'), { recursive: true })
await symlink(path.join(root, 'packages/sdk'), path.join(folder, 'node_modules/@peo/sdk'))
await mkdir(path.join(folder, 'node_modules/@types'), { recursive: true })
await symlink(path.join(root, 'node_modules/@types/node'), path.join(folder, 'node_modules/@types/node'))
await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')

const text = await readFile(path.join(root, 'packages/sdk/README.md'), 'utf8')
const examples = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) =>
  block.replaceAll('http://localhost:4000', url).replace('<client id>', id).replace('<secret>', secret),
)
await Promise.all(examples.map((example, index) => writeFile(path.join(folder, `${index}.ts`), example)))

/** Type-checks files of the package. */
async function compile(files: readonly string[]): Promise<string> {
  const compilerOptions = {
    ...{
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: 'ES2023',
      module: 'NodeNext',
      types: ['node'],
    },
    // Node.js itself: what is no module is not taken for one.
    ...{ moduleDetection: 'force', allowImportingTsExtensions: true },
  }
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  return run(path.join(root, 'node_modules/.bin/tsc'), ['-p', folder]).then(
    ({ stdout }) => stdout,
    ({ stdout }) => stdout,
  )
}

test('the examples of the README compile', async () => {
  expect(examples.length).toBeGreaterThan(6)
  expect(await compile(examples.map((_, index) => `${index}.ts`))).toBe('')
})

test('the example of docs/access.md that signs with a key compiles', async () => {
  await symlink(path.join(root, 'node_modules/jose'), path.join(folder, 'node_modules/jose'))
  const access = await readFile(path.join(root, 'docs/access.md'), 'utf8')
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(access) ?? []
  expect(example).toContain('jose')
  await writeFile(path.join(folder, 'access.ts'), example)
  expect(await compile(['access.ts'])).toBe('')
})

test.each(
  examples.map((example, index) => [index, example.split('\n')[0]!]),
)('example %i of the README runs: %s', async (index) => {
  const args = ['--import', path.join(root, 'node_modules/tsx/dist/loader.mjs'), `${index}.ts`]
  await run(process.execPath, args, { cwd: folder })
})

test('with types of the survey no other code compiles', async () => {
  const program = `
    import { crosstab, PeoClient, PeoCore, type Survey } from '@peo/sdk'
    import { type PeoSurvey, variables } from './peo-survey.ts'
    const peo = new PeoClient<PeoSurvey>({ url: '/' })
    const table = await peo.crosstab({ waves: ['peo-2022'], rows: variables.ruimte_relatie, columns: ['sector'] })
    table.cell({ ruimte_relatie: 'net:onvoldoende', sector: '1' })
    await peo.means({ waves: ['peo-2022'], of: 'werkplezier', by: ['sector'] })
    const anyTable = (any: PeoClient<any>) => any.crosstab({ waves: ['peo-2022'], rows: 'sector' })
    const anyWaves = <S extends Survey>(any: PeoClient<S>) => any.waves()
    const untyped = new PeoClient({ url: '/' })
    console.log(anyTable(peo), anyTable(untyped), anyWaves(peo), anyWaves(untyped))
    // @ts-expect-error codes of any survey, where the client takes those of one
    const plain: PeoClient = peo
    console.log(plain)
    // @ts-expect-error no such variable
    peo.crosstab({ waves: ['peo-2022'], rows: 'ruimte_realtie' })
    // @ts-expect-error no such column
    peo.crosstab({ waves: ['peo-2022'], rows: 'ruimte_relatie', columns: ['sectr'] })
    // @ts-expect-error no such wave
    peo.crosstab({ waves: ['peo-1922'], rows: 'ruimte_relatie' })
    // @ts-expect-error no such category
    peo.crosstab({ waves: ['peo-2022'], rows: 'werkdruk', filter: [{ variable: 'sector', categories: ['99'] }] })
    // @ts-expect-error no such category
    table.cell({ ruimte_relatie: 'net:onvoldoende', sector: '99' })
    // @ts-expect-error no number
    peo.means({ waves: ['peo-2022'], of: 'sector' })
    // @ts-expect-error no such variable
    crosstab(new PeoCore<PeoSurvey>({ url: '/' }), { waves: ['peo-2022'], rows: 'ruimte_realtie' })
    // @ts-expect-error a number has no categories to count
    peo.crosstab({ waves: ['peo-2022'], rows: 'werkplezier' })
    // @ts-expect-error no such category
    table.label('sector', '99')
    // @ts-expect-error one wave
    peo.trend({ waves: ['peo-2022'], rows: 'ruimte_relatie' })
  `
  await writeFile(path.join(folder, 'program.ts'), program)
  expect(await compile(['program.ts'])).toBe('')
  expect(await readFile(path.join(folder, 'peo-survey.ts'), 'utf8')).toContain(
    '/** Ruimte om te investeren in de relatie met cliënten */\n    ruimte_relatie: {',
  )
})
