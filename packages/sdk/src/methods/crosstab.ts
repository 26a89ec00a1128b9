import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { CrosstabDocument, type CrosstabQueryVariables } from '../generated/operations.ts'
import type { CategorisedCode, Survey } from '../survey.ts'
import { CrosstabTable } from '../table/crosstab-table.ts'
import type { CrosstabOptions, KeyOf } from '../table-options.ts'

/**
 * A cross-tab of one row variable by any number of column variables. One request.
 *
 * @throws PeoError
 */
export async function crosstab<
  S extends Survey,
  const Row extends CategorisedCode<S>,
  const Column extends CategorisedCode<S> = never,
>(
  peo: PeoCore<S>,
  { language = 'NL', ...options }: CrosstabOptions<S, Row, Column>,
  call: CallOptions = {},
): Promise<CrosstabTable<KeyOf<S, Row | Column>>> {
  const asked = { ...options, language } as CrosstabQueryVariables
  return new CrosstabTable((await peo.query(CrosstabDocument, asked, call)).crosstab, language)
}
