/** `npm run package` measures here what a program takes along of the SDK: minified, gzip. Exit 1 beyond a budget. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const index = fileURLToPath(new URL('dist/esm/index.js', import.meta.url))

/** In bytes. */
const budgets = [
  ['core', 'PeoCore', 6_000],
  ...[
    'crosstab',
    'means',
    'trend',
    'waves',
    'variables',
    'questions',
    'respondents',
    'recommendations',
    'followUp',
  ].map((operation) => [`${operation} alone`, `PeoCore, ${operation}`, 7_000] as const),
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
