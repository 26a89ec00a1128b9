import {
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refuseReader } from '../access/may-read.ts'
import { type Rates, refusedCost } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import type { RequestContext } from '../context.ts'
import { requestFailure } from '../schema/request-failure.ts'
import { countCells } from '../tables/count-cells.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import type { ContextOf } from './answer-cache.ts'
import { coercedVariables } from './coerced-variables.ts'
import { refuse } from './error-answer.ts'
import { wasExecuted } from './executed-before.ts'
import { askerOf } from './identity.ts'
import { introspectionSize } from './introspection-size.ts'
import { operationParts } from './operation-cost.ts'
import { graphqlPath } from './routes.ts'

/** What is executed, once or for each event of a subscription. */
interface Execution {
  readonly args: ExecutionArgs & { readonly contextValue: RequestContext }
  readonly setResultAndStopExecution: (result: ExecutionResult) => void
}

/** Cells of tables and items of lists that one operation may ask for: some seconds of work, two of the largest tables. */
const mostCells = 2 ** 17

/** Values of the schema that one operation may ask for: some tenths of a second of work, several times all there is. */
const mostIntrospected = 2 ** 16

/** Fields that are not for who asks are refused where they stand, so many times; more often, the operation is, once. */
const mostRefused = 1000

/** Values of the schema are given at the price of a cell with all its fields. */
const introspectedPerPoint = 16

/**
 * Adds up, before an operation runs, what it costs: the cells of all its tables and the items of its lists. Over the
 * limit it is refused, and so is who used up what they may. What is refused before it runs costs points too.
 */
export function useCostLimit(
  contextOf: ContextOf,
  { charge, check }: Pick<Rates, 'charge' | 'check'>,
  { record }: Pick<AuditLog, 'record'>,
): Plugin<RequestContext> {
  const limit = async ({ args, setResultAndStopExecution }: Execution) => {
    const { document, schema, operationName, contextValue } = args
    const operation = getOperationAST(document, operationName)
    // That there is no such operation, execution says.
    if (!operation || wasExecuted(contextValue)) return
    const stop = (error: RequestError) => setResultAndStopExecution({ errors: [requestFailure(error)] })
    const fragments = new Map<string, FragmentDefinitionNode>()
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
    }
    const read = coercedVariables(schema, operation, args.variableValues)
    if ('errors' in read) return setResultAndStopExecution(read)
    const { coerced } = read
    const asked = { schema, operation, fragments, variables: coerced }
    const introspected = introspectionSize(asked, mostIntrospected)
    if (introspected > mostIntrospected) return stop(tooMuchIntrospection())
    const parts = operationParts(asked)
    if ('kind' in parts) return stop(parts)
    const { tables, items, guarded } = parts
    const refusals = guarded.flatMap(({ field, least, times }) => {
      const refusal = refuseReader(contextValue.viewer, least, field)
      return refusal === undefined ? [] : [{ refusal, times }]
    })
    const [first] = refusals
    if (first !== undefined && refusals.reduce((sum, { times }) => sum + times, 0) > mostRefused) {
      return stop(first.refusal)
    }
    const releases = tables.length > 0 ? await contextValue.releases() : []
    const cost = tables.reduce(
      (sum, { waves, sides, times }) => sum + times * Math.max(1, countCells(releases, waves, sides)),
      items + Math.ceil(introspected / introspectedPerPoint),
    )
    if (cost > mostCells) return stop(tooCostly(cost))
    const refused = charge(contextValue.caller, cost)
    if (refused !== undefined) stop(refused)
  }
  return {
    // What is in memory was answered before this.
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      if (!graphqlPath.test(url.pathname)) return
      const context = await contextOf(askerOf(request.headers, serverContext))
      const refused = check(context.caller)
      if (refused === undefined) return
      record(context, refusalNotes(refused.code, url.pathname, 'http'))
      endResponse(refuse(refused, fetchAPI))
    },
    async onResultProcess({ request, result, serverContext }) {
      if (isRan(result)) return
      const { caller } = await contextOf(askerOf(request.headers, serverContext))
      charge(caller, refusedCost)
    },
    onExecute: limit,
    onSubscribe: limit,
  }
}

function tooMuchIntrospection(): RequestError {
  const message = `This operation asks for more than ${mostIntrospected} values of the schema; ask for fewer fields of types, or by fewer aliases.`
  const details = { cost: mostIntrospected + 1, limit: mostIntrospected, of: 'introspection' }
  return requestError('TOO_COSTLY', message, details)
}

/** Whether an operation was executed, whatever came of it. */
function isRan(result: unknown): boolean {
  return typeof result === 'object' && result !== null && ('data' in result || !('errors' in result))
}

function tooCostly(cost: number): RequestError {
  const message = `This operation asks for ${cost} cells of tables and items of lists, and ${mostCells} is the most; ask for fewer waves, smaller pages (first) or one table at a time.`
  return requestError('TOO_COSTLY', message, { cost, limit: mostCells, of: 'cells' })
}
