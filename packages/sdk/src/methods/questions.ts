import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { QuestionsDocument, type QuestionsQuery } from '../generated/operations.ts'
import { type Pages, pages } from '../pages.ts'
import type { Survey } from '../survey.ts'
import type { ListOptions, OneWaveOptions } from '../table-options.ts'
import { ofWave } from './of-wave.ts'

/** A question as a wave asked it. */
export type Question = NonNullable<QuestionsQuery['wave']>['questions']['nodes'][number]

/**
 * The questions of a wave, in its order. A request per hundred, as you go through them.
 *
 * @throws PeoError as you go through them
 */
export function questions<S extends Survey>(
  peo: PeoCore<S>,
  { wave, language = 'NL' }: OneWaveOptions<S> & ListOptions,
  call: CallOptions = {},
): Pages<Question> {
  return pages(
    async (after) =>
      ofWave((await peo.query(QuestionsDocument, { wave, language, after }, call)).wave, wave).questions,
  )
}
