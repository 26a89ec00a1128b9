/** Builds the SDK into dist/: ES modules in esm/, CommonJS in cjs/, each with its types. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromHere = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const tsc = fromHere('../../node_modules/.bin/tsc')

rmSync(fromHere('dist'), { recursive: true, force: true })
for (const kind of ['esm', 'cjs']) {
  execFileSync(tsc, ['-p', fromHere(`tsconfig.${kind}.json`)], { stdio: 'inherit' })
  const type = kind === 'esm' ? 'module' : 'commonjs'
  writeFileSync(fromHere(`dist/${kind}/package.json`), `${JSON.stringify({ type, sideEffects: false })}\n`)
}
