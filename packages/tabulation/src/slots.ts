import type { Column, MultipleColumn, SingleColumn } from './column.ts'
import { NO_ANSWER } from './column.ts'
import type { VariableCodes } from './wave-data.ts'

/** The slots of a dimension that a respondent is in: none when not asked or not answered. */
export type SlotReader = (respondent: number) => readonly number[]

const none: readonly number[] = []

/**
 * Reads the slots of a variable's dimension: the categories chosen, the nets that hold one of them, and `any`.
 * A numeric column has the one slot `any`.
 */
export function slotReader(variable: VariableCodes, column: Column | undefined): SlotReader {
  switch (column?.kind) {
    case 'single':
      return singleReader(variable, column)
    case 'multiple':
      return multipleReader(variable, column)
    case 'levels': {
      const any = [variable.categories.length + variable.nets.length]
      return (respondent) => (column.codes[respondent]! < NO_ANSWER ? any : none)
    }
    case 'numeric': {
      const any = [variable.categories.length + variable.nets.length]
      return (respondent) => (column.presence[respondent] === 0 ? any : none)
    }
    case undefined:
      return () => none
  }
}

function netsWith(variable: VariableCodes, chosen: ReadonlySet<string>): number[] {
  return variable.nets.flatMap((net, index) =>
    net.categories.some((category) => chosen.has(category)) ? [variable.categories.length + index] : [],
  )
}

function singleReader(variable: VariableCodes, column: SingleColumn): SlotReader {
  const any = variable.categories.length + variable.nets.length
  const byCode = variable.categories.map((code, index) => [
    index,
    ...netsWith(variable, new Set([code])),
    any,
  ])
  return (respondent) => byCode[column.codes[respondent]!] ?? none
}

function multipleReader(variable: VariableCodes, column: MultipleColumn): SlotReader {
  const any = variable.categories.length + variable.nets.length
  const first = column.options[0]
  return (respondent) => {
    if (first === undefined || first[respondent]! >= NO_ANSWER) return none
    const chosen = column.options.flatMap((option, index) => (option[respondent] === 1 ? [index] : []))
    const nets = netsWith(variable, new Set(chosen.map((index) => variable.categories[index]!)))
    return [...chosen, ...nets, any]
  }
}
