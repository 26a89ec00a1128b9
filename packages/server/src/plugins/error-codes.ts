import { PothosValidationError } from '@pothos/core'
import { GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'

/** Gives errors about cursors, page sizes and ids, which the schema library makes, a code of the contract. */
export function useErrorCodes(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result) || result.errors === undefined) return
        setResult({ ...result, errors: result.errors.map(coded) })
      },
    }),
  }
}

function coded(error: GraphQLError): GraphQLError {
  if (![error, error.originalError].some((cause) => cause instanceof PothosValidationError)) return error
  const extensions = { ...error.extensions, code: 'INVALID_INPUT' }
  return new GraphQLError(error.message, { path: error.path ?? null, extensions })
}
