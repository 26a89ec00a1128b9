import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { RespondentsDocument, type RespondentsQuery } from '../generated/operations.ts'
import { type Pages, pages } from '../pages.ts'
import type { Survey } from '../survey.ts'
import type { OneWaveOptions } from '../table-options.ts'
import { ofWave } from './of-wave.ts'

/** The anonymised answers of one respondent. */
export type Respondent = NonNullable<RespondentsQuery['wave']>['respondents']['nodes'][number]

/**
 * The anonymised answers of a wave, for researchers and staff. A request per hundred, as you go through them.
 *
 * @throws PeoError as you go through them
 */
export function respondents<S extends Survey>(
  peo: PeoCore<S>,
  { wave }: OneWaveOptions<S>,
  call: CallOptions = {},
): Pages<Respondent> {
  return pages(
    async (after) =>
      ofWave((await peo.query(RespondentsDocument, { wave, after }, call)).wave, wave).respondents,
  )
}
