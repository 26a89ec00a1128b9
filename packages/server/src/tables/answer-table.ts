import type { ProtectedCrosstab, ProtectedMeans, Refusal, WantedFigures } from '@peo/disclosure'
import { allFigures, joinCrosstabs, joinMeans, refuseShape } from '@peo/disclosure'
import type { RequestOptions, VariableCodes, WaveData } from '@peo/tabulation'
import type { Release } from '../release/published-releases.ts'
import { variableCodes } from '../release/wave-data.ts'
import { checkCost, checkLists, checkSides } from './check-cost.ts'
import { checkDistinct, checkOptions, findCategorical, findReleases } from './check-request.ts'
import { checkTrend } from './check-trend.ts'
import { makeCrosstab, makeMeans } from './make-table.ts'
import { type RequestError, requestError } from './request-error.ts'
import type { CrosstabInput, MeansInput, TableInput } from './table-input.ts'
import { findVariable, ownRegistry, tableRegistry, type VariableRegistry } from './variable-registry.ts'

/** A protected table and the releases it was made from, in the order of its waves. */
export interface AnsweredTable<Table> {
  readonly kind: 'answer'
  readonly table: Table
  readonly releases: readonly Release[]
  readonly variables: VariableRegistry
}

/** Answers a request for a cross-tab: columns -> tabulate -> protect. */
export async function answerCrosstab(
  published: readonly Release[],
  input: CrosstabInput,
  wanted: WantedFigures = allFigures,
): Promise<AnsweredTable<ProtectedCrosstab> | RequestError> {
  const tooMany = checkLists(input) ?? checkSides([input.rows, ...input.columns])
  if (tooMany !== undefined) return tooMany
  const releases = findReleases(published, input.waves)
  if ('kind' in releases) return releases
  const variables = tableRegistry(published, releases)
  const noTrend = checkTrend(published, releases, [input.rows, ...input.columns, ...filtered(input)])
  if (noTrend !== undefined) return noTrend
  for (const code of [input.rows, ...input.columns]) {
    const variable = findCategorical(variables, code)
    if ('kind' in variable) return variable
  }
  const options = checkOptions(variables, input, input.columns)
  if ('kind' in options) return options
  const used = [input.rows, ...input.columns, ...options.filter.map(({ variable }) => variable)]
  const refused = checkDistinct(used) ?? checkShape(releases, used) ?? checkCosts(releases, used, variables)
  if (refused !== undefined) return refused
  const request = { ...options, rows: input.rows, columns: input.columns }
  const tables = await Promise.all(
    releases.map(async (release) => {
      const data = await dataOf(release, used, variables, request)
      return makeCrosstab({ data, request, plan: release.plan, wanted })
    }),
  )
  return finish(tables, joinCrosstabs, releases, variables)
}

/** Answers a request for means: columns -> tabulate -> protect. */
export async function answerMeans(
  published: readonly Release[],
  input: MeansInput,
): Promise<AnsweredTable<ProtectedMeans> | RequestError> {
  const tooMany = checkLists(input) ?? checkSides(input.by)
  if (tooMany !== undefined) return tooMany
  const releases = findReleases(published, input.waves)
  if ('kind' in releases) return releases
  const variables = tableRegistry(published, releases)
  const noTrend = checkTrend(published, releases, [input.of, ...input.by, ...filtered(input)])
  if (noTrend !== undefined) return noTrend
  const numeric = findNumeric(variables, input.of)
  if ('kind' in numeric) return numeric
  for (const code of input.by) {
    const variable = findCategorical(variables, code)
    if ('kind' in variable) return variable
  }
  const options = checkOptions(variables, input, input.by)
  if ('kind' in options) return options
  const groups = [...input.by, ...options.filter.map(({ variable }) => variable)]
  const used = [input.of, ...groups]
  const refused = checkDistinct(used) ?? checkShape(releases, used) ?? checkCosts(releases, groups, variables)
  if (refused !== undefined) return refused
  const request = { ...options, of: input.of, by: input.by }
  const tables = await Promise.all(
    releases.map(async (release) => {
      const data = await dataOf(release, used, variables, request)
      return makeMeans({ data, request, plan: release.plan })
    }),
  )
  return finish(tables, joinMeans, releases, variables)
}

const filtered = ({ filter }: TableInput) => filter.map(({ variable }) => variable)

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

/** Refuses a table that is too large in one of its waves. */
function checkCosts(
  releases: readonly Release[],
  dimensions: readonly string[],
  registry: VariableRegistry,
): RequestError | undefined {
  return releases.map((release) => checkCost(codesIn(release, dimensions, registry))).find(Boolean)
}

/** The variables as a wave describes them; one that it did not ask, as another wave does. */
function codesIn(release: Release, codes: readonly string[], registry: VariableRegistry): VariableCodes[] {
  const own = ownRegistry(release)
  return codes.map((code) => variableCodes(own.get(code) ?? registry.get(code)!))
}

/** What a wave's part of a table needs, and no more: worker threads are sent all of it. */
async function dataOf(
  release: Release,
  used: readonly string[],
  registry: VariableRegistry,
  { weighted }: RequestOptions,
): Promise<WaveData> {
  const variables = codesIn(release, used, registry).map((variable) => [variable.code, variable] as const)
  return { ...(await release.data(used, weighted)), variables: new Map(variables) }
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
