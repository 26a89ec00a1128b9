import { fileURLToPath } from 'node:url'
import type { Database } from './database/database.ts'
import { importSurvey } from './import/import-survey.ts'
import type { PublishProgress } from './release/prepare-release.ts'

const codebook = fileURLToPath(new URL('../../../prisma/examples/codebook.json', import.meta.url))

/**
 * Loads and publishes the example waves into a database without any wave. Replicas that start together take turns.
 *
 * @returns whether it did
 */
export function loadExampleWaves(database: Database, progress?: PublishProgress): Promise<boolean> {
  return database.withSql(async () => {
    if ((await database.prisma.wave.count()) > 0) return false
    const outcome = await importSurvey(database, codebook, {
      publish: true,
      dryRun: false,
      by: 'service',
      ...(progress && { progress }),
    })
    if ('problems' in outcome) {
      throw new Error(`The example waves do not import: ${JSON.stringify(outcome.problems)}`)
    }
    return true
  })
}
