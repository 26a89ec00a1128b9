/** `npm run package` measures here what a program takes along of the SDK: minified, gzip. Exit 1 beyond a budget. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const index = fileURLToPath(new URL('dist/esm/index.js', import.meta.url))

/** In bytes. */
const budgets = [
  ['core', 'PeoCore', 6_000],
  ['crosstab alone', 'PeoCore, crosstab', 7_000],
  ['means alone', 'PeoCore, means', 7_000],
  ['respondents alone', 'PeoCore, respondents', 7_000],
  ['all operations', 'PeoClient', 12_000],
] as const

for (const [name, exported, budget] of budgets) {
  const contents = `export { ${exported} } from ${JSON.stringify(index)}`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  const size = gzipSync(outputFiles[0]!.contents, { level: 9 }).length
  process.stdout.write(`${name}: ${size} bytes of ${budget}\n`)
  if (size > budget) process.exitCode = 1
}
