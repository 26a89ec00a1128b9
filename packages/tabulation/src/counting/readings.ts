import type { Column } from '../column.ts'
import type { TableDimension } from '../dimension.ts'
import type { VariableCodes } from '../wave-data.ts'
import { type Axis, codesAxis, type Membership, membersAxis } from './axis.ts'

/**
 * The axes that together count each respondent in the slots of a variable's dimension: one axis where respondents
 * gave one answer; where they gave several, one for each option and net, and one for everyone who answered. The nets
 * of one answer, and everyone, are left to `addUnions`. None for a variable that was not asked.
 */
export function readings(
  variable: VariableCodes,
  column: Column | undefined,
  dimension: TableDimension,
  stride: number,
): Axis[] {
  const everyone = dimension.any * stride
  switch (column?.kind) {
    case undefined:
      return []
    case 'single':
      return [
        codesAxis(
          column.codes,
          variable.categories.map((_, slot) => slot * stride),
        ),
      ]
    case 'levels':
      return [
        codesAxis(
          column.codes,
          Array.from(column.levels, () => everyone),
        ),
      ]
    case 'numeric':
      return [codesAxis(column.presence, [everyone])]
    case 'multiple': {
      const slots = dimension.codes.map((code, slot) =>
        membersAxis(membersOf(variable, column, code), slot * stride),
      )
      return column.options.length === 0
        ? []
        : [...slots, codesAxis(column.options[0]!, [everyone, everyone])]
    }
  }
}

/** What makes a respondent a member of a group: any of these codes. */
export function membersOf(variable: VariableCodes, column: Column, code: string): Membership[] {
  const net = variable.nets.find((candidate) => `net:${candidate.code}` === code)
  const categories = net?.categories ?? [code]
  return categories.flatMap((category) => {
    const index = variable.categories.indexOf(category)
    if (index < 0) return []
    if (column.kind === 'single') return [{ codes: column.codes, code: index }]
    if (column.kind === 'multiple') return [{ codes: column.options[index]!, code: 1 }]
    return []
  })
}
