import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askToken } from '../packages/server/src/access/testing/ask-token.ts'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { createApp } from '../packages/server/src/app.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { startService } from './started-service.ts'

const run = promisify(execFile)

/** What runs the blocks of a language, and the end of the name of its files. */
const programs = { sh: ['sh', '.sh'], r: ['Rscript', '.R'], python: ['python3', '.py'] } as const

let folder: string
let origin: string
let env: NodeJS.ProcessEnv
const text = await readFile(new URL('../docs/recipes.md', import.meta.url), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recipes-'))
  const database = await testDatabase('examples')
  origin = await startService(database)
  const client = await newClient(database, { name: 'recipe', organisation: 'org_c' })
  const { access_token } = await askToken(createApp(database, { url: origin }), client)
  env = {
    ...process.env,
    PEO_CLIENT_ID: client.id,
    PEO_CLIENT_SECRET: client.secret,
    PEO_TOKEN: access_token,
  }
})
afterAll(() => rm(folder, { recursive: true }))

const blocksOf = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block)

async function outputs(language: keyof typeof programs): Promise<readonly string[]> {
  const [program, end] = programs[language]
  const done: string[] = []
  for (const [index, block] of blocksOf(language).entries()) {
    const file = path.join(folder, `${index}${end}`)
    await writeFile(file, block.replaceAll('http://localhost:4000', origin))
    done.push((await run(program, [file], { env })).stdout)
  }
  return done
}

async function isThere(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  )
}

test('the lines for curl give the tables', async () => {
  const [crosstab, means] = await outputs('sh')
  expect(crosstab).toMatch(/^ruimte_relatie,ruimte_relatie_label,sector,sector_label,status,/)
  expect(means).toMatch(/^sector,sector_label,status,base,/)
})

const recipes = [
  ['r', /certified institution \(GI\).*\n(?:.*\n)*insufficient or less +61\.2\d* +33\.3/, /VALUE +49/],
  ['python', /\| certified institution \(GI\) \| \d+\.\d%/, /'status': 'VALUE', 'base': 49/],
] as const
for (const [language, first, second] of recipes) {
  const [program] = programs[language]
  const isMissing = !(await isThere(program))
  if (isMissing) process.stdout.write(`${program} is not installed here; its recipe is skipped.\n`)
  test.skipIf(isMissing)(`the lines for ${language} give the tables`, async () => {
    const [table, withToken] = await outputs(language)
    expect(table).toMatch(first)
    expect(withToken).toMatch(second)
  })
}
