import { type DocumentNode, getOperationAST } from 'graphql'
import { isAsyncIterable, type YogaServerInstance } from 'graphql-yoga'
import { notesOf } from '../audit/audit-note.ts'
import type { Answers, Asked } from './asked.ts'
import { areReleasesAlone, isComplete } from './keep-answer.ts'
import { type KeptAnswer, keptAnswer } from './kept-answer.ts'
import { readObject } from './read-body.ts'
import { watchUses } from './watch-uses.ts'

/** What Yoga executes with. */
type Enveloped = Pick<YogaServerInstance<object, object>, 'getEnveloped'>

/** The members of a GraphQL request that mean the same here as to Yoga. */
interface Params {
  readonly query: string
  readonly operationName?: string | null
  readonly variables?: Record<string, unknown> | null
}

/**
 * Answers a query that came by POST through Yoga's plugins, without its way from HTTP request to response, which
 * takes longer than a table. Nothing where anything is out of the ordinary, errors above all: then Yoga answers.
 *
 * @param type the media type that Yoga gave before to who accepts the same
 */
export async function answerDirectly(
  yoga: Enveloped,
  { answers }: Answers,
  ask: Asked,
  type: string,
): Promise<KeptAnswer | undefined> {
  const params = readParams(ask.body)
  if (params === undefined) return
  const context = {}
  const used = watchUses(ask.context, context)
  const { parse, validate, contextFactory, execute, schema } = yoga.getEnveloped(context)
  const document: DocumentNode = parse(params.query)
  if (getOperationAST(document, params.operationName)?.operation !== 'query') return
  if (validate(schema, document).length > 0) return
  const contextValue = await contextFactory()
  const result = await execute({
    schema,
    document,
    contextValue,
    variableValues: params.variables,
    operationName: params.operationName,
  })
  const notes = notesOf(contextValue)
  if (!isComplete(result)) {
    if (!isAsyncIterable(result) && 'data' in result) ask.executed = { result, notes }
    return
  }
  const answer = keptAnswer(ask.context, 'POST', JSON.stringify(result), type, notes)
  if (areReleasesAlone(used)) answers.set(ask.key, answer)
  return answer
}

function readParams(body: string): Params | undefined {
  const params = readObject(body) as Partial<Params> | undefined
  if (typeof params?.query !== 'string') return
  const { query: _, operationName, variables, ...others } = params
  const ordinary =
    (operationName ?? null) === null || (typeof operationName === 'string' && operationName !== '')
  const isObject = typeof variables === 'object' && !Array.isArray(variables)
  return ordinary && (variables === undefined || isObject) && Object.keys(others).length === 0
    ? (params as Params)
    : undefined
}
