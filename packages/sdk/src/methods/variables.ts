import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { VariablesDocument, type VariablesQuery } from '../generated/operations.ts'
import { pages } from '../pages.ts'
import type { Survey } from '../survey.ts'
import type { ListOptions } from '../table-options.ts'
import { wholeList } from './whole-list.ts'

/** A variable of the survey, with its categories and nets. */
export type Variable = VariablesQuery['variables']['nodes'][number]

/**
 * All variables, in the order of the questionnaire. A request per hundred.
 *
 * @throws PeoError
 */
export function variables<S extends Survey>(
  peo: PeoCore<S>,
  { language = 'NL' }: ListOptions = {},
  call: CallOptions = {},
): Promise<Variable[]> {
  return wholeList(
    pages(async (after) => (await peo.query(VariablesDocument, { language, after }, call)).variables),
  )
}
