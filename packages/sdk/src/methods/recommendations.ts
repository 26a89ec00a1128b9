import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import {
  type Addressee,
  type RecommendationStatus,
  RecommendationsDocument,
  type RecommendationsQuery,
} from '../generated/operations.ts'
import { type Pages, pages } from '../pages.ts'
import type { Survey } from '../survey.ts'
import type { ListOptions } from '../table-options.ts'

/** What is advised after a wave, and what became of it. */
export type Recommendation = RecommendationsQuery['recommendations']['nodes'][number]

/** What the list of recommendations takes. */
export interface RecommendationsOptions extends ListOptions {
  /** For whom they are. Default: anyone. */
  readonly addressee?: Addressee
  /** What became of them. Default: anything. */
  readonly status?: RecommendationStatus
}

/**
 * The recommendations, those of the latest wave first. A request per hundred, as you go through them.
 *
 * @throws PeoError as you go through them
 */
export function recommendations<S extends Survey>(
  peo: PeoCore<S>,
  { language = 'NL', ...options }: RecommendationsOptions = {},
  call: CallOptions = {},
): Pages<Recommendation> {
  return pages(
    async (after) =>
      (await peo.query(RecommendationsDocument, { ...options, language, after }, call)).recommendations,
  )
}
