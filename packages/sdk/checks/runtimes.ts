/**
 * Packs the SDK, installs the package, and has a program use it on a started service in Node.js (both kinds of module),
 * Deno, Bun, an edge runtime and a browser. Prints a line for each, and exits 1 where one failed.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { launchChromium } from '../../../tests/browser.ts'
import { installPackage } from './install-package.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))
const tools = path.join(root, 'packages/sdk/checks/node_modules')
const work = await mkdtemp(path.join(tmpdir(), 'peo-runtimes-'))

/** Asks a table twice, and an error once; what it gives is the same everywhere. */
const program = (url: string) => `
  const peo = new PeoClient({ url: ${JSON.stringify(url)} })
  const ask = () => peo.crosstab({ waves: ['peo-2022'], rows: 'ruimte_relatie', columns: ['sector'] })
  await ask()
  const cell = (await ask()).cell({ ruimte_relatie: 'net:onvoldoende', sector: '1' })
  const { code } = await peo.waves({}, { signal: AbortSignal.timeout(60000) }).then(() => peo.query('{ nothing }')).catch((error) => error)
  return [cell.count, cell.base, code].join(' ')
`
const expected = '30 49 GRAPHQL_VALIDATION_FAILED'

/** The service of an address given, which goes on; or one of its own. */
async function startService() {
  const [, , given] = process.argv
  if (given !== undefined) return { url: given, stop: () => {} }
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: path.join(work, 'data') }
  const args = ['--import', 'tsx', 'packages/server/src/main.ts']
  const service = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    service.stdout.on('data', (text) => String(text).includes('answers on') && resolve())
    service.on('exit', (code) => reject(new Error(`The service did not start: exit ${code}.`)))
  })
  return { url: `http://localhost:${port}`, stop: () => service.kill() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function write(name: string, text: string): Promise<string> {
  const file = path.join(work, name)
  await writeFile(file, text)
  return file
}

/** The program as one script that sets `answer`, for what has no modules of its own. */
async function bundle(url: string): Promise<string> {
  const contents = `import { PeoClient } from '@peo/sdk'\nglobalThis.answer = (async () => {${program(url)}})()`
  const stdin = { contents, resolveDir: work }
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'iife', write: false })
  return outputFiles[0]!.text
}

async function inBrowser(script: string): Promise<string> {
  const page = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>'))
  await once(page.listen(0, '127.0.0.1'), 'listening')
  const browser = await launchChromium()
  try {
    const tab = await browser.newPage()
    // Another origin than the service's.
    await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}`)
    await tab.addScriptTag({ content: script })
    return await tab.evaluate('answer')
  } finally {
    await browser.close()
    page.close()
  }
}

const service = await startService()
try {
  await installPackage(work)
  const body = `(async () => {${program(service.url)}})().then((answer) => console.log(answer))`
  const esm = await write('esm.mjs', `import { PeoClient } from '@peo/sdk'\n;${body}`)
  const cjs = await write('cjs.cjs', `const { PeoClient } = require('@peo/sdk')\n;${body}`)
  const script = await bundle(service.url)
  const edge = await write(
    'edge.cjs',
    `const { EdgeRuntime } = require(${JSON.stringify(path.join(tools, 'edge-runtime'))})
    new EdgeRuntime().evaluate(${JSON.stringify(`${script};globalThis.answer`)}).then((answer) => {
      console.log(answer)
      // Its connections are kept for a minute.
      process.exit()
    })`,
  )
  const bun = path.join(tools, '@oven', (await readdir(path.join(tools, '@oven')))[0]!, 'bin/bun')
  const output = async (...[command, ...args]: [string, ...string[]]) =>
    (await run(command, args, { cwd: work })).stdout.trim()
  const runtimes: [string, () => Promise<string>][] = [
    ['Node.js, ES modules', () => output(process.execPath, esm)],
    ['Node.js, CommonJS', () => output(process.execPath, cjs)],
    [
      'Deno',
      () => output(path.join(tools, '.bin/deno'), 'run', '--allow-net', '--node-modules-dir=manual', esm),
    ],
    ['Bun', () => output(bun, 'run', esm)],
    ['edge runtime', () => output(process.execPath, edge)],
    ['Chromium', () => inBrowser(script)],
  ]
  for (const [name, use] of runtimes) {
    const answer = await use().catch((error) => String(error))
    process.stdout.write(`${answer === expected ? 'ok' : 'FAILED'}: ${name}: ${answer}\n`)
    if (answer !== expected) process.exitCode = 1
  }
} finally {
  service.stop()
  await rm(work, { recursive: true, force: true })
}
