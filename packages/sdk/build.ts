/** Builds the SDK into dist/: ES modules in esm/, CommonJS in cjs/, each with its types. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromHere = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const tsc = fromHere('../../node_modules/.bin/tsc')

/** Built files that no source makes any more. Others stay where they are: somebody may be running them. */
function stale(kind: string): string[] {
  const built = readdirSync(fromHere(`dist/${kind}`), { recursive: true }).map(String)
  return built.filter((file) => {
    const source = file.replace(/(\.d\.ts|\.js)$/, '.ts')
    return source !== file && !existsSync(fromHere(`src/${source}`))
  })
}

for (const [kind, type] of [
  ['esm', 'module'],
  ['cjs', 'commonjs'],
]) {
  mkdirSync(fromHere(`dist/${kind}`), { recursive: true })
  for (const file of stale(`${kind}`)) rmSync(fromHere(`dist/${kind}/${file}`))
  execFileSync(tsc, ['-p', fromHere(`tsconfig.${kind}.json`)], { stdio: 'inherit' })
  writeFileSync(fromHere(`dist/${kind}/package.json`), `${JSON.stringify({ type, sideEffects: false })}\n`)
}
