import type { CallOptions } from '../client-options.ts'
import type { PeoCore } from '../core.ts'
import type { Survey, VariableCode } from '../survey.ts'
import type { CrosstabTable } from '../table/crosstab-table.ts'
import type { CrosstabOptions, KeyOf, SeveralWaves } from '../table-options.ts'
import { crosstab } from './crosstab.ts'

/**
 * A cross-tab over several waves, which are its last dimension. One request. (Of means, a trend is `means` over several
 * waves.)
 *
 * @throws PeoError; RangeError of fewer than two waves
 */
export async function trend<
  S extends Survey,
  const Row extends VariableCode<S>,
  const Column extends VariableCode<S> = never,
>(
  peo: PeoCore<S>,
  options: CrosstabOptions<S, Row, Column> & SeveralWaves<S>,
  call: CallOptions = {},
): Promise<CrosstabTable<KeyOf<S, Row | Column>>> {
  if (options.waves.length < 2)
    throw new RangeError(`A trend is over two waves or more, not ${options.waves.length}.`)
  return crosstab<S, Row, Column>(peo, options, call)
}
