import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { WavesDocument, type WavesQuery } from '../generated/operations.ts'
import { pages } from '../pages.ts'
import type { Survey } from '../survey.ts'
import type { ListOptions } from '../table-options.ts'
import { wholeList } from './whole-list.ts'

/** A wave of the survey. */
export type Wave = WavesQuery['waves']['nodes'][number]

/**
 * All waves, the earliest first. A request per hundred.
 *
 * @throws PeoError
 */
export function waves<S extends Survey>(
  peo: PeoCore<S>,
  { language = 'NL' }: ListOptions = {},
  call: CallOptions = {},
): Promise<Wave[]> {
  return wholeList(pages(async (after) => (await peo.query(WavesDocument, { language, after }, call)).waves))
}
