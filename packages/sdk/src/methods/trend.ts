import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import type { CategorisedCode, Survey } from '../survey.ts'
import type { CrosstabTable } from '../table/crosstab-table.ts'
import type { CrosstabOptions, SeveralWaves, TrendKeyOf } from '../table-options.ts'
import { crosstab } from './crosstab.ts'

/**
 * A cross-tab over several waves, which are its last dimension. One request. (Of means, a trend is `means` over several
 * waves.)
 *
 * @throws PeoError; RangeError of fewer than two waves
 */
export async function trend<
  S extends Survey,
  const Row extends CategorisedCode<S>,
  const Column extends CategorisedCode<S> = never,
>(
  peo: PeoCore<S>,
  options: CrosstabOptions<S, Row, Column> & SeveralWaves<S>,
  call: CallOptions = {},
): Promise<CrosstabTable<TrendKeyOf<S, Row | Column>>> {
  if (options.waves.length < 2) throw new RangeError('Give two waves or more.')
  return crosstab<S, Row, Column>(peo, options, call) as Promise<CrosstabTable<TrendKeyOf<S, Row | Column>>>
}
