import type { ProtectedCrosstab, ProtectedMeans, Refusal } from '@peo/disclosure'
import { joinCrosstabs, joinMeans, protect, protectMeans, refuseShape } from '@peo/disclosure'
import { tabulate, tabulateMeans, type WaveData } from '@peo/tabulation'
import type { Release } from '../release/published-releases.ts'
import { variableCodes } from '../release/wave-data.ts'
import { checkDistinct, checkOptions, findCategorical, findReleases } from './check-request.ts'
import { type RequestError, requestError } from './request-error.ts'
import type { CrosstabInput, MeansInput } from './table-input.ts'
import { findVariable, type VariableRegistry, variableRegistry } from './variable-registry.ts'

/** A protected table and the releases it was made from, in the order of its waves. */
export interface AnsweredTable<Table> {
  readonly kind: 'answer'
  readonly table: Table
  readonly releases: readonly Release[]
  readonly variables: VariableRegistry
}

/** Answers a request for a cross-tab: columns -> tabulate -> protect. */
export function answerCrosstab(
  published: readonly Release[],
  input: CrosstabInput,
): AnsweredTable<ProtectedCrosstab> | RequestError {
  const releases = findReleases(published, input.waves)
  if ('kind' in releases) return releases
  const variables = variableRegistry([...published, ...releases])
  for (const code of [input.rows, ...input.columns]) {
    const variable = findCategorical(variables, code)
    if ('kind' in variable) return variable
  }
  const options = checkOptions(variables, input, input.columns)
  if ('kind' in options) return options
  const used = [input.rows, ...input.columns, ...options.filter.map(({ variable }) => variable)]
  const refused = checkDistinct(used) ?? checkShape(releases, used)
  if (refused !== undefined) return refused
  const request = { ...options, rows: input.rows, columns: input.columns }
  const tables = releases.map((release) =>
    protect(tabulate(withVariables(release.data, variables), request), release.plan),
  )
  return finish(tables, joinCrosstabs, releases, variables)
}

/** Answers a request for means: columns -> tabulate -> protect. */
export function answerMeans(
  published: readonly Release[],
  input: MeansInput,
): AnsweredTable<ProtectedMeans> | RequestError {
  const releases = findReleases(published, input.waves)
  if ('kind' in releases) return releases
  const variables = variableRegistry([...published, ...releases])
  const numeric = findNumeric(variables, input.of)
  if ('kind' in numeric) return numeric
  for (const code of input.by) {
    const variable = findCategorical(variables, code)
    if ('kind' in variable) return variable
  }
  const options = checkOptions(variables, input, input.by)
  if ('kind' in options) return options
  const used = [input.of, ...input.by, ...options.filter.map(({ variable }) => variable)]
  const refused = checkDistinct(used) ?? checkShape(releases, used)
  if (refused !== undefined) return refused
  const request = { ...options, of: input.of, by: input.by }
  const tables = releases.map((release) =>
    protectMeans(tabulateMeans(withVariables(release.data, variables), request), release.plan),
  )
  return finish(tables, joinMeans, releases, variables)
}

/** Refuses a shape before anything is counted: a table of many variables would take all memory. */
function checkShape(releases: readonly Release[], variables: readonly string[]): RequestError | undefined {
  const refusals = releases.flatMap(({ plan }) => refuseShape(plan, variables) ?? [])
  return refusals[0] === undefined ? undefined : notReleased(refusals[0])
}

function findNumeric(variables: VariableRegistry, code: string) {
  const variable = findVariable(variables, code)
  if ('kind' in variable || variable.measurement === 'numeric') return variable
  const numeric = [...variables.values()].filter(({ measurement }) => measurement === 'numeric')
  const codes = numeric.map((candidate) => candidate.code)
  const message = `${code} is not a number, so it has no mean. Numeric are: ${codes.join(', ') || 'none'}.`
  return requestError('INVALID_INPUT', message, { variable: code, numeric: codes })
}

/** The wave's data, knowing the codes of variables that only other waves asked. */
function withVariables(data: WaveData, registry: VariableRegistry): WaveData {
  const all = [...registry.values()].map((variable) => [variable.code, variableCodes(variable)] as const)
  return { ...data, variables: new Map([...all, ...data.variables]) }
}

function finish<Table extends { readonly kind: string }>(
  tables: readonly (Table | Refusal)[],
  join: (tables: readonly Table[]) => Table,
  releases: readonly Release[],
  variables: VariableRegistry,
): AnsweredTable<Table> | RequestError {
  const allowed: Table[] = []
  for (const table of tables) {
    if (isRefusal(table)) return notReleased(table)
    allowed.push(table)
  }
  return { kind: 'answer', table: join(allowed), releases, variables }
}

function isRefusal(table: { readonly kind: string }): table is Refusal {
  return table.kind === 'refusal'
}

function notReleased({ variables, released }: Refusal): RequestError {
  const list = released.map((breakdown) => breakdown.join(' × ')).join(', ')
  const message = `${variables.join(' × ')} is not released together. A question can be broken down by: ${list || 'nothing'}; two questions can be crossed for the whole wave.`
  return requestError('BREAKDOWN_NOT_RELEASED', message, { variables, released })
}
