import type { Side } from './counting/count-cube.ts'
import { type DimensionRole, dimensionOf } from './dimension.ts'
import { type SlotReader, slotReader } from './slots.ts'
import type { GroupSelection } from './table-request.ts'
import type { WaveData } from './wave-data.ts'

/**
 * The sides of a table: the variables of a role in their order, then the filters.
 *
 * @throws RangeError when the wave's codebook lacks a variable; callers check the request first
 */
export function tableSides(
  data: WaveData,
  shown: readonly (readonly [DimensionRole, string])[],
  filter: readonly GroupSelection[],
): Side[] {
  return [
    ...shown.map(([role, code]) => sideOf(data, role, code)),
    ...filter.map(({ variable, code }) => ({ ...sideOf(data, 'FILTER', variable), selected: code })),
  ]
}

function sideOf(data: WaveData, role: DimensionRole, code: string): Side {
  const variable = data.variables.get(code)
  if (variable === undefined) throw new RangeError(`wave ${data.wave} has no variable ${code}`)
  const column = data.columns.get(code)
  return { variable, column, dimension: dimensionOf(variable, column, role) }
}

/** Reads the slots of a side; of a filter, those that are its group. */
export function sideReader({ variable, column, dimension, selected }: Side): SlotReader {
  const read = slotReader(variable, column)
  if (selected === undefined) return read
  const group = dimension.codes.indexOf(selected)
  return (respondent) => read(respondent).filter((slot) => slot === group)
}
