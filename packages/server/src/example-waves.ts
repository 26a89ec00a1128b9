import { fileURLToPath } from 'node:url'
import type { Database } from './database/database.ts'
import { loadFollowUp } from './follow-up/load-follow-up.ts'
import { importSurvey } from './import/import-survey.ts'
import type { PublishProgress } from './release/prepare-release.ts'

const example = (name: string) => fileURLToPath(new URL(`../../../prisma/examples/${name}`, import.meta.url))

/**
 * Loads and publishes the example waves, and what followed from them, into a database without any wave. Replicas that start together take turns.
 *
 * @returns whether it did
 */
export function loadExampleWaves(database: Database, progress?: PublishProgress): Promise<boolean> {
  return database.withSql(async () => {
    if ((await database.prisma.wave.count()) > 0) return false
    const outcome = await importSurvey(database, example('codebook.json'), {
      publish: true,
      dryRun: false,
      by: 'service',
      ...(progress && { progress }),
    })
    if ('problems' in outcome) {
      throw new Error(`The example waves do not import: ${JSON.stringify(outcome.problems)}`)
    }
    await loadFollowUp(database.prisma, example('follow-up.json'))
    return true
  })
}
