/**
 * Compares how long a program of one line takes to type-check with `@peo/sdk` and with `@shopify/graphql-client`: the
 * two in turn, so that what else the machine does falls on both. Exit 1 where ours takes more than 1.1 times as long.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const fromHere = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const tsc = fromHere('../../../node_modules/.bin/tsc')
const work = mkdtempSync(path.join(tmpdir(), 'peo-bench-types-'))
const rounds = 15

const programs = {
  '@peo/sdk': `import { PeoClient } from '@peo/sdk'
export const table = new PeoClient({ url: '/' }).crosstab({ waves: ['peo-2022'], rows: 'sector' })\n`,
  '@shopify/graphql-client': `import { createGraphQLClient } from '@shopify/graphql-client'
export const data = createGraphQLClient({ url: '/', headers: {} }).request('{ shop { name } }')\n`,
}
const packages = {
  '@peo/sdk': fromHere('..'),
  '@shopify/graphql-client': fromHere('node_modules/@shopify/graphql-client'),
}
// Without skipLibCheck, Shopify's types do not compile where those of Node.js are not there too.
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['ES2022', 'DOM'],
  types: [],
}

function prepare(name: keyof typeof programs): string {
  const folder = path.join(work, path.basename(name))
  const link = path.join(folder, 'node_modules', name)
  mkdirSync(path.dirname(link), { recursive: true })
  symlinkSync(packages[name], link)
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(path.join(folder, 'index.ts'), programs[name])
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: ['index.ts'] }),
  )
  return folder
}

function seconds(folder: string): number {
  const started = performance.now()
  execFileSync(tsc, ['-p', folder], { stdio: 'inherit' })
  return (performance.now() - started) / 1000
}

const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!

try {
  const names = Object.keys(programs) as (keyof typeof programs)[]
  const folders = names.map(prepare)
  const times = names.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [index, folder] of folders.entries()) {
      const time = seconds(folder)
      // The first round warms the disk up.
      if (round > 0) times[index]!.push(time)
    }
  const ratio = median(times[0]!.map((time, round) => time / times[1]![round]!))
  for (const [index, name] of names.entries())
    process.stdout.write(`${name}: ${median(times[index]!).toFixed(3)} s\n`)
  process.stdout.write(`${ratio.toFixed(3)} times as long; 1.1 at most\n`)
  if (ratio > 1.1) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
