import { getOperationAST, print } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { RequestContext } from '../context.ts'
import {
  beginMutation,
  endMutation,
  forgetMutation,
  type KeyedMutation,
} from '../idempotency/sent-mutation.ts'
import { requestFailure } from '../schema/request-failure.ts'
import { requestError } from '../tables/request-error.ts'
import { rootFields } from './root-fields.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

const header = 'idempotency-key'

/** As long as a UUID in hexadecimal digits, or longer. */
const wellFormed = /^[!-~]{32,200}$/

/**
 * Does a mutation once that a client sends again for want of an answer, under the same `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header): the repeats get the answer of the first.
 */
export function useIdempotency(): Plugin<RequestContext> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const { document, operationName, variableValues, contextValue } = args
      // Of a query nothing of the context is looked at: what it does not depend on decides who else is given its answer.
      const operation = getOperationAST(document, operationName)
      if (operation?.operation !== 'mutation') return
      const { request, caller, viewer, prisma } = contextValue
      const key = request.headers.get(header)
      const { account } = caller
      if (key === null || account === undefined) return
      if (!wellFormed.test(key)) return setResultAndStopExecution({ errors: [malformed()] })
      // What the operation does not declare was not looked at by anything, and may be of any depth.
      const declared = operation.variableDefinitions ?? []
      const given = declared.map(({ variable: { name } }) => variableValues?.[name.value] ?? null)
      const asked = [viewer, print(document), operationName ?? null, given].map(withFiles)
      const mutation: KeyedMutation = { account, key, asked }
      const begun = await beginMutation(prisma, mutation)
      if (begun !== 'begun') {
        const result = 'kind' in begun ? { errors: [requestFailure(begun)] } : { data: begun.answer }
        return setResultAndStopExecution(result)
      }
      return {
        async onExecuteDone({ result }) {
          if (isAsyncIterable(result)) return
          // One mutation that fails itself has changed nothing; of several, those before it may have.
          const isOwn = result.errors?.every(({ path }) => (path?.length ?? 0) <= 1) ?? false
          const isUndone = isOwn && rootFields(args).length === 1
          const answer = result.errors === undefined ? { ...result.data } : undefined
          const kept = isUndone ? forgetMutation(prisma, mutation) : endMutation(prisma, mutation, answer)
          // It was done all the same, and its answer may tell a secret once.
          await kept.catch(unexpectedFailure)
        },
      }
    },
  }
}

function malformed() {
  const told =
    'The header idempotency-key has 32 to 200 letters, digits and signs; send a random UUID, and the same with each repeat.'
  return requestFailure(requestError('INVALID_INPUT', told, { header }))
}

/** The same with what tells files apart in their place. */
function withFiles(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  if ('arrayBuffer' in given && 'name' in given && 'size' in given) return [given.name, given.size]
  if (Array.isArray(given)) return given.map(withFiles)
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [name, withFiles(one)]))
}
