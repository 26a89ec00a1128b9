import { PothosSchemaError, PothosValidationError } from '@pothos/core'
import { GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'

/**
 * Gives a code of the contract to errors about cursors and ids, which the schema library makes, and to what should be
 * JSON in an address or a form and is not.
 */
export function useErrorCodes(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser === undefined) return
      setRequestParser(async (request) => {
        try {
          const asked = await requestParser(request)
          if (typeof asked === 'object' && asked !== null) return asked
          throw new TypeError()
        } catch (error) {
          if (error instanceof SyntaxError) throw noJson(error)
          if (error instanceof GraphQLError) throw error.extensions.code ? error : invalid(error.message)
          throw error instanceof TypeError || error instanceof RangeError ? noRequest() : error
        }
      })
    },
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result) || result.errors === undefined) return
        setResult({ ...result, errors: result.errors.map(coded) })
      },
    }),
  }
}

function coded(error: GraphQLError): GraphQLError {
  // A schema that is made already fails only for an id of a type that it does not have.
  const is = (known: typeof PothosValidationError | typeof PothosSchemaError) =>
    [error, error.originalError].some((cause) => cause instanceof known)
  const isOfNoType = is(PothosSchemaError)
  if (!isOfNoType && !is(PothosValidationError)) return error
  const extensions = { ...error.extensions, code: 'INVALID_INPUT' }
  // What the library says has a part of the id in it, decoded, so that who sent it does not know it.
  const message = isOfNoType
    ? 'The id is of nothing that there is here; take it from an answer.'
    : error.message
  return new GraphQLError(message, { path: error.path ?? null, extensions })
}

/** Where `operations` and `map` of a request with files are JSON, and not what they are to be. */
function noRequest(): GraphQLError {
  return invalid(
    'This is no GraphQL request: operations is an object, and map gives lists of places in it by the names of files.',
  )
}

function noJson({ message }: SyntaxError): GraphQLError {
  return invalid(`The parameters variables and extensions are JSON, and one of these is not: ${message}.`)
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', http: { status: 400 } } })
}
