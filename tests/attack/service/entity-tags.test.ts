import { expect, test } from 'vitest'
import { createApp } from '../../../packages/server/src/app.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { hiddenWave } from '../hidden-wave.ts'
import { publishWaves } from '../publish-waves.ts'

async function tagOf(code: string): Promise<string> {
  const database = await testDatabase('empty')
  await publishWaves(database, [hiddenWave(code)])
  const response = await createApp(database).fetch(
    `http://localhost/tables/crosstab.csv?waves=${code}&rows=space`,
  )
  return response.headers.get('etag')!
}

/**
 * The tag is a digest of all answers, the hidden ones too. Who guesses these could compute it, were it not for the
 * order of the respondents, which is random in each import.
 */
test('the same answers have another entity tag in each import: no guess of hidden ones can be confirmed', async () => {
  expect(await tagOf('made')).not.toBe(await tagOf('made'))
})
