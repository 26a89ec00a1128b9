import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { FollowUpDocument, type FollowUpQuery } from '../generated/operations.ts'
import type { Survey } from '../survey.ts'
import type { ListOptions, OneWaveOptions } from '../table-options.ts'

/** What followed from a wave; of reflections and remarks, the first hundred. */
export type FollowUp = NonNullable<FollowUpQuery['wave']>

/**
 * What followed from a wave: findings, recommendations and what became of them, publications, meetings, reflections
 * of the working group and remarks of professionals. Null where there is no such wave for you. One request.
 *
 * @throws PeoError
 */
export async function followUp<S extends Survey>(
  peo: PeoCore<S>,
  { wave, language = 'NL' }: OneWaveOptions<S> & ListOptions,
  call: CallOptions = {},
): Promise<FollowUp | null> {
  return (await peo.query(FollowUpDocument, { wave, language }, call)).wave
}
