import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { auditPairs, loadSolver } from '@peo/disclosure'
import { readConfiguration } from '../../packages/server/src/configuration.ts'
import { openDatabase } from '../../packages/server/src/database/open-database.ts'
import { loadExampleWaves } from '../../packages/server/src/example-waves.ts'
import { publishedReleases } from '../../packages/server/src/release/published-releases.ts'
import { endThreads } from '../../packages/server/src/release/worker-threads.ts'

const usage = `Usage: npm run nightly

Audits every pair of questions of the example waves next to the background, by linear programs without a bound on their
work (publication has one: docs/disclosure.md, limit 5). Takes some minutes; fails where something is told.

  --help   show this
`

async function audit(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-nightly-'))
  const database = await openDatabase(readConfiguration({ DATA_DIR: folder }))
  try {
    await loadExampleWaves(database)
    const solver = await loadSolver()
    for (const { codebook, plan, data } of await publishedReleases(database.prisma)()) {
      const start = performance.now()
      const wave = await data([...plan.background, ...plan.questions], true)
      const findings = auditPairs(wave, plan, solver, undefined, Number.POSITIVE_INFINITY)
      const seconds = ((performance.now() - start) / 1000).toFixed(0)
      process.stdout.write(`${codebook.wave.code}: ${findings.length} findings, ${seconds} s\n`)
      for (const finding of findings) process.stdout.write(`  ${JSON.stringify(finding)}\n`)
      if (findings.length > 0) process.exitCode = 1
    }
  } finally {
    await endThreads()
    await database.close()
    await rm(folder, { recursive: true })
  }
}

if (process.argv.includes('--help')) process.stdout.write(usage)
else await audit()
