import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { printed, unexpected } from './print-table.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

type Guarded = Pick<Plugin, 'onRequest' | 'onResultProcess' | 'onResponse'>

/**
 * The same plugin, whose failures are told to the log, and to the reader by their id alone. Yoga does so itself
 * for the hooks between parsing and the result, and not for these.
 */
export function guarded<AnyPlugin extends Guarded>(plugin: AnyPlugin): AnyPlugin {
  const { onRequest, onResultProcess, onResponse } = plugin
  return {
    ...plugin,
    ...(onRequest && {
      onRequest: guard(onRequest, (error, { endResponse, fetchAPI }) =>
        endResponse(printed(unexpected(error), fetchAPI)),
      ),
    }),
    ...(onResultProcess && {
      onResultProcess: guard(onResultProcess, (error, { setResult }) => {
        const { message, extensions } = unexpectedFailure(error)
        setResult({ errors: [new GraphQLError(message, { extensions })] })
      }),
    }),
    ...(onResponse && {
      onResponse: guard(onResponse, (error, { setResponse, fetchAPI }) =>
        setResponse(printed(unexpected(error), fetchAPI)),
      ),
    }),
  }
}

function guard<Payload>(
  hook: (payload: Payload) => void | Promise<void>,
  tell: (error: unknown, payload: Payload) => void,
): (payload: Payload) => void | Promise<void> {
  return (payload) => {
    try {
      const done = hook(payload)
      return done instanceof Promise ? done.catch((error) => tell(error, payload)) : done
    } catch (error) {
      tell(error, payload)
    }
  }
}
