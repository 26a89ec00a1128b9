/**
 * Installs the package, and has GraphQL Code Generator type a document of a program by it: the program compiles, and one
 * with a field that the document does not ask for does not. Prints a line for each, and exits 1 where one failed.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installPackage } from './install-package.ts'

const run = promisify(execFile)
const tools = fileURLToPath(new URL('node_modules', import.meta.url))
// Beside the tools: what is generated imports from them.
const work = await mkdtemp(fileURLToPath(new URL('own-documents-', import.meta.url)))

const settings = `import { codegenPreset } from '@peo/sdk'

export default {
  schema: 'node_modules/@peo/sdk/schema.graphql',
  documents: 'src/**/*.ts',
  generates: { 'src/peo/': codegenPreset },
}
`
const program = (field: string) => `import { PeoClient } from '@peo/sdk'
import { graphql } from './peo/index.js'

const document = graphql(\`query Own($code: String!) { variable(code: $code) { label(language: NL) } wave(code: "peo-2022") { fieldworkFrom } }\`)
const { variable, wave } = await new PeoClient({ url: 'http://localhost:4000' }).query(document, { code: 'sector' })
export const texts: (string | null | undefined)[] = [variable?.${field}, wave?.fieldworkFrom]
`
const compilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'ES2023', module: 'NodeNext', types: [] },
}

async function compiles(field: string): Promise<string> {
  await writeFile(path.join(work, 'src/program.ts'), program(field))
  return run(path.join(tools, '.bin/tsc'), ['-p', work]).then(
    () => 'compiles',
    ({ stdout }) => String(stdout),
  )
}

try {
  await mkdir(path.join(work, 'src'))
  await installPackage(work)
  await writeFile(path.join(work, 'package.json'), '{ "type": "module" }')
  await writeFile(path.join(work, 'codegen.ts'), settings)
  await writeFile(path.join(work, 'src/program.ts'), program('label'))
  await writeFile(path.join(work, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
  await run(path.join(tools, '.bin/graphql-codegen'), ['--config', 'codegen.ts'], { cwd: work })
  for (const [name, field, expected] of [
    ['a document of its own, typed', 'label', /^compiles$/],
    ['a field that it does not ask for', 'lable', /Property 'lable' does not exist/],
  ] as const) {
    const outcome = await compiles(field)
    const isAsExpected = expected.test(outcome)
    process.stdout.write(`${isAsExpected ? 'ok' : 'FAILED'}: ${name}: ${outcome.trim()}\n`)
    if (!isAsExpected) process.exitCode = 1
  }
} finally {
  await rm(work, { recursive: true, force: true })
}
