import type { Release } from '../release/published-releases.ts'
import { checkSides } from './check-cost.ts'
import { ownRegistry } from './variable-registry.ts'

/**
 * How many cells a table has: a cell for each category or net of one variable by those of the others, in each wave.
 * A variable that a wave did not ask counts for one. A wave that is not published has none, and so has a table of too
 * many sides: it is refused before anything is counted.
 */
export function countCells(
  published: readonly Release[],
  waves: readonly string[],
  sides: readonly string[],
): number {
  if (checkSides(sides) !== undefined) return 0
  const releases = published.filter(({ codebook }) => waves.includes(codebook.wave.code))
  const cells = releases.map((release) =>
    sides
      .map((code) => ownRegistry(release).get(code))
      .map((variable) => (variable?.categories?.length ?? 1) + (variable?.nets?.length ?? 0))
      .reduce((product, size) => product * size, 1),
  )
  return cells.reduce((sum, one) => sum + one, 0)
}
