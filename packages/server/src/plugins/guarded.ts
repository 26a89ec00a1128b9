import type { Plugin } from 'graphql-yoga'
import { printed, unexpected } from './print-table.ts'

type OnRequest = NonNullable<Plugin['onRequest']>

/** The same plugin, whose failures on a request are told to the log, and to the reader by their id alone. */
export function guarded<AnyPlugin extends Pick<Plugin, 'onRequest'>>(plugin: AnyPlugin): AnyPlugin {
  const { onRequest } = plugin
  if (onRequest === undefined) return plugin
  const guard: OnRequest = (payload) => {
    const { fetchAPI, endResponse } = payload
    const fail = (error: unknown) => {
      endResponse(printed(unexpected(error), fetchAPI))
    }
    try {
      const done = onRequest(payload)
      return done instanceof Promise ? done.catch(fail) : done
    } catch (error) {
      fail(error)
    }
  }
  return { ...plugin, onRequest: guard }
}
