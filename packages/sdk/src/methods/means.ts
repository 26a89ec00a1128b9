import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import { MeansDocument, type MeansQueryVariables } from '../generated/operations.ts'
import type { CategorisedCode, Survey } from '../survey.ts'
import { MeansTable } from '../table/means-table.ts'
import type { KeyOf, MeansOptions } from '../table-options.ts'

/**
 * Means of a numeric variable by groups. One request.
 *
 * @throws PeoError
 */
export async function means<S extends Survey, const Group extends CategorisedCode<S> = never>(
  peo: PeoCore<S>,
  { language = 'NL', ...options }: MeansOptions<S, Group>,
  call: CallOptions = {},
): Promise<MeansTable<KeyOf<S, Group>>> {
  const asked = { ...options, language } as MeansQueryVariables
  return new MeansTable((await peo.query(MeansDocument, asked, call)).means, language)
}
