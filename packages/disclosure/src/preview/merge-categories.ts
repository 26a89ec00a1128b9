import type { SingleColumn, VariableCodes, WaveData } from '@peo/tabulation'
import type { Level } from '../hierarchy.ts'

/**
 * A wave as it would be if a background variable had been asked at a level of its hierarchy: the groups of the
 * level are its categories. Nets that cut through a group are gone, and so are those that equal one.
 */
export function mergeCategories(data: WaveData, code: string, level: Level): WaveData {
  const variable = data.variables.get(code)
  const column = data.columns.get(code)
  if (variable === undefined || column?.kind !== 'single') return data
  const variables = new Map([...data.variables].map(([key, one]) => [key, rerouted(one, code, level)]))
  variables.set(code, merged(variables.get(code)!, level))
  const columns = new Map(data.columns).set(code, mergedColumn(variable, column, level))
  return { ...data, variables, columns }
}

function merged(variable: VariableCodes, { groups }: Level): VariableCodes {
  const nets = variable.nets.flatMap((net) => {
    const inside = groups.filter(({ categories }) => categories.every((one) => net.categories.includes(one)))
    const size = inside.reduce((sum, { categories }) => sum + categories.length, 0)
    const isUnion = inside.length > 1 && size === new Set(net.categories).size
    return isUnion ? [{ code: net.code, categories: inside.map((group) => group.code) }] : []
  })
  return { ...variable, categories: groups.map((group) => group.code), nets }
}

/** Routing names the groups that hold one of the categories it named. */
function rerouted(variable: VariableCodes, code: string, { groups }: Level): VariableCodes {
  const { askedIf } = variable
  if (askedIf?.variable !== code) return variable
  const leading = groups.filter(({ categories }) => categories.some((one) => askedIf.in.includes(one)))
  return { ...variable, askedIf: { variable: code, in: leading.map((group) => group.code) } }
}

function mergedColumn(
  { categories }: VariableCodes,
  { codes }: SingleColumn,
  { groups }: Level,
): SingleColumn {
  const groupOf = categories.map((code) => groups.findIndex((group) => group.categories.includes(code)))
  return { kind: 'single', codes: codes.map((code) => groupOf[code] ?? code) }
}
