import type { ExecutionResult, GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { AuditLog } from '../audit/audit-log.ts'
import { type AuditNote, noteAsked, notesOf } from '../audit/audit-note.ts'
import { isRefusal, refusalNotes, tableAsked } from '../audit/refusal-notes.ts'
import { nobody, type Who } from '../audit/who.ts'
import type { RequestContext } from '../context.ts'
import type { ContextOf } from './answer-cache.ts'
import { askerOf } from './identity.ts'
import { type AskedOperation, type RootField, rootFields } from './root-fields.ts'

/**
 * Writes to the audit log what GraphQL was asked for: tables, files and mutations as resolvers note them, and refusals,
 * those too that come before anything is executed.
 */
export function useAudit({ record }: Pick<AuditLog, 'record'>, contextOf: ContextOf): Plugin<RequestContext> {
  const executed = new WeakSet<object>()
  const whoAsks = (request: Request, serverContext: object): Promise<Who> =>
    Promise.resolve(askerOf(request.headers, serverContext))
      .then(contextOf)
      .catch(() => nobody)
  const noteErrors = (
    args: AskedOperation & { readonly contextValue: object },
    result: ExecutionResult | AsyncIterable<unknown>,
  ) => {
    executed.add(args.contextValue)
    if (isAsyncIterable(result)) return
    for (const note of executionNotes(args, result)) noteAsked(args.contextValue, note)
  }
  return {
    onExecute: ({ args }) => ({ onExecuteDone: ({ result }) => noteErrors(args, result) }),
    onSubscribe: ({ args }) => ({ onSubscribeResult: ({ result }) => noteErrors(args, result) }),
    async onResultProcess({ request, result, serverContext }) {
      const isOne = !Array.isArray(result) && !isAsyncIterable(result)
      const errors = isOne && !executed.has(serverContext) ? (result.errors ?? []) : []
      const notes = [...notesOf(serverContext), ...errors.flatMap(earlyNotes)]
      if (notes.length === 0) return
      // Before anything was executed, nobody asked yet who it is.
      const known = serverContext as Partial<Who>
      const who = known.viewer && known.caller ? (known as Who) : await whoAsks(request, serverContext)
      record(who, notes)
    },
  }
}

/** Of what was refused before it was executed, by which limit. */
function earlyNotes({ extensions }: Pick<GraphQLError, 'extensions'>): AuditNote[] {
  const { of } = extensions
  const asked = typeof of === 'string' ? { of } : {}
  return refusalNotes(extensions.code, 'operation', 'graphql', { waves: [], asked })
}

function executionNotes(operation: AskedOperation, { errors = [] }: ExecutionResult): AuditNote[] {
  const refused = errors.filter(({ extensions }) => isRefusal(extensions.code))
  if (refused.length === 0) return []
  const fields = rootFields(operation)
  return refused.flatMap(({ path, extensions }) => {
    const asked = path === undefined ? fields : fields.filter(({ alias }) => alias === path[0])
    const subject = extensions.asked ?? (path === undefined ? 'operation' : asked[0]?.field)
    return refusalNotes(extensions.code, String(subject), 'graphql', fieldsAsked(asked))
  })
}

/** What was asked of tables and waves. */
const fieldsAsked = (fields: readonly RootField[]) =>
  tableAsked(fields.map(({ field, given }) => (field === 'wave' ? { wave: given.code } : given)))
