import { type ExecutionResult, getOperationAST, print } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Rates } from '../access/rates.ts'
import type { RequestContext } from '../context.ts'
import { askedDigest } from '../idempotency/asked-digest.ts'
import {
  beginMutation,
  endMutation,
  forgetMutation,
  type KeyedMutation,
} from '../idempotency/sent-mutation.ts'
import { noteRepeat } from '../schema/note-mutations.ts'
import { requestFailure } from '../schema/request-failure.ts'
import { asksForSecret } from '../schema/shown-once.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import { type AskedOperation, type RootField, rootFields } from './root-fields.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

const header = 'idempotency-key'

/** A random UUID (RFC 9562), of version 4 or 7: whoever guesses a key learns an answer. */
const wellFormed = /^[\da-f]{8}-[\da-f]{4}-[47][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/**
 * Does a mutation once that a client sends again for want of an answer, under the same `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header): the repeats get the answer of the first, unless that holds a secret. What
 * is kept costs a point a byte.
 */
export function useIdempotency({ charge }: Pick<Rates, 'charge'>): Plugin<RequestContext> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, contextValue } = args
      // Of a query nothing of the context is looked at: what it does not depend on decides who else is given its answer.
      if (getOperationAST(document, operationName)?.operation !== 'mutation') return
      const { request, caller, prisma } = contextValue
      const key = request.headers.get(header)
      const { account } = caller
      const fields = rootFields(args)
      if (key === null || account === undefined || fields.length === 0) return
      const refuse = (error: RequestError) => {
        // Of one that runs at this moment the errors tell the audit log.
        for (const asked of error.code === 'INVALID_INPUT' ? fields : [])
          noteRepeat(contextValue, schema, asked, error.code)
        setResultAndStopExecution({ errors: [requestFailure(error)] })
      }
      if (!wellFormed.test(key)) return refuse(malformed())
      const asked = await askedDigest(askedOf(args))
      const names = fields.map(({ field }) => field).join()
      const mutation: KeyedMutation = { account, key, asked, fields: names }
      const begun = await beginMutation(prisma, mutation)
      if (begun !== 'begun') {
        if ('kind' in begun) return refuse(begun)
        for (const asked of fields) noteRepeat(contextValue, schema, asked)
        return setResultAndStopExecution({ data: begun.answer })
      }
      return {
        async onExecuteDone({ result }) {
          if (isAsyncIterable(result)) return
          const isKept = result.errors === undefined && !asksForSecret(schema, document)
          const answer = isKept ? { ...result.data } : undefined
          const kept = isUndone(result, fields)
            ? forgetMutation(prisma, mutation)
            : endMutation(prisma, mutation, answer).then((bytes) => void charge(caller, bytes))
          // It was done all the same, and its answer may tell a secret once.
          await kept.catch(unexpectedFailure)
        },
      }
    },
  }
}

/** What is asked as whom; what the operation does not declare was not looked at by anything, and may be of any depth. */
function askedOf(args: AskedOperation & { readonly contextValue: RequestContext }): unknown {
  const { document, operationName, variableValues, contextValue } = args
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? []
  const given = declared.map(({ variable: { name } }) => variableValues?.[name.value] ?? null)
  return [contextValue.viewer, print(document), operationName ?? null, given]
}

/** Whether nothing was changed: the first field failed itself, and those after it did not run or failed too. */
function isUndone({ data, errors = [] }: ExecutionResult, fields: readonly RootField[]): boolean {
  const failed = new Set(errors.flatMap(({ path }) => (path?.length === 1 ? path : [])))
  // Without data the failure of one that is never null ended the others (GraphQL of September 2025, 6.4.4).
  const run = data == null ? fields.slice(0, 1) : fields
  return run.every(({ alias }) => failed.has(alias))
}

function malformed(): RequestError {
  const told =
    'The header idempotency-key takes a random UUID, such as crypto.randomUUID() makes, and the same with each repeat.'
  return requestError('INVALID_INPUT', told, { header })
}
