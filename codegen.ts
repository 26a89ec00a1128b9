/** `npm run codegen`: writes every generated file of the project; with `--check`, says which are stale instead. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { codegen } from '@graphql-codegen/core'
import * as operations from '@graphql-codegen/typescript-operations'
import { Kind, lexicographicSortSchema, parse, print, printSchema, stripIgnoredCharacters } from 'graphql'
import wabt from 'wabt'
import { codebookJsonSchema } from './packages/server/src/codebook/codebook-format.ts'
import { generatePrisma } from './prisma/generate.ts'
import { migrationDiff } from './prisma/migration-diff.ts'

const usage = `Usage: npm run codegen [-- --check]

Writes what is generated:
  packages/server/src/generated/      Prisma client and Pothos types, from prisma/schema.prisma
  packages/sdk/schema.graphql         the schema as SDL
  packages/sdk/src/generated/         SDK operations, from the schema and packages/sdk/src/operations/
  docs/codebook.schema.json           JSON Schema of the codebook format
  packages/tabulation/src/counting/kernel-binary.ts   WebAssembly, from kernel.wat beside it

  --check   change nothing; exit 1 when a file is stale, or migrations lack part of the Prisma schema
  --help    show this
`

const prismaOutput = 'packages/server/src/generated'
const operationsFolder = 'packages/sdk/src/operations'
const countingFolder = 'packages/tabulation/src/counting'

async function generateFiles(): Promise<Map<string, string>> {
  const { schema } = await import('./packages/server/src/schema/schema.ts')
  const sdl = `${printSchema(lexicographicSortSchema(schema))}\n`
  const jsonSchema = `${JSON.stringify(codebookJsonSchema(), null, 2)}\n`
  return new Map([
    ['packages/sdk/schema.graphql', sdl],
    ['packages/sdk/src/generated/operations.ts', await generateOperations(sdl)],
    ['docs/codebook.schema.json', jsonSchema],
    [`${countingFolder}/kernel-binary.ts`, await assembleKernel()],
  ])
}

async function assembleKernel(): Promise<string> {
  const file = `${countingFolder}/kernel.wat`
  const parsed = (await wabt()).parseWat(file, await readFile(file, 'utf8'), { simd: true })
  const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64')
  return `/** Generated from kernel.wat by \`npm run codegen\`: the module in base64. */\nexport const kernelBinary =\n  '${base64}'\n`
}

async function generateOperations(sdl: string): Promise<string> {
  const names = (await readdir(operationsFolder)).filter((name) => name.endsWith('.graphql')).sort()
  const documents = await Promise.all(
    names.map(async (name) => ({
      location: name,
      document: parse(await readFile(path.join(operationsFolder, name), 'utf8')),
    })),
  )
  const types = await codegen({
    filename: 'operations.ts',
    schema: parse(sdl),
    documents,
    config: {
      immutableTypes: true,
      enumType: 'string-literal',
      skipTypename: true,
      scalars: { Date: 'string', JSON: 'unknown' },
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  })
  const constants = documents.map(({ document }) => {
    const name = document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.name ? [node.name.value] : [],
    )[0]
    const text = JSON.stringify(stripIgnoredCharacters(print(document)))
    return `export const ${name}Document = ${text} as TypedDocument<${name}Query, ${name}QueryVariables>\n`
  })
  return `import type { TypedDocument } from '../typed-document.ts'\n${types}\n${constants.join('\n')}`
}

/** The files below a folder with their contents. */
async function snapshot(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)))
}

/** Puts files back as they were: the generators of Prisma can only write in place. */
async function restore(before: Map<string, string>, after: Map<string, string>): Promise<void> {
  for (const file of after.keys()) if (!before.has(file)) await rm(file)
  for (const [file, text] of before) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

async function run(check: boolean): Promise<string[]> {
  const before = await snapshot(prismaOutput)
  await generatePrisma()
  const after = await snapshot(prismaOutput)
  if (check) await restore(before, after)
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  )
  for (const [file, text] of await generateFiles()) {
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue
    stale.push(file)
    if (check) continue
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  if (check && (await migrationDiff()) !== '')
    stale.push('prisma/migrations (run: npm run migration -- NAME)')
  return stale
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(usage)
} else {
  const check = values.check ?? false
  const stale = await run(check)
  for (const file of stale) process.stdout.write(`${check ? 'stale' : 'wrote'}: ${file}\n`)
  if (stale.length === 0) process.stdout.write('Every generated file is up to date.\n')
  if (check && stale.length > 0) process.exitCode = 1
}
