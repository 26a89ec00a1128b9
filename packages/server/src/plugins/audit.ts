import { type ExecutionResult, type GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { AuditLog } from '../audit/audit-log.ts'
import { type AuditNote, noteAsked, notesOf } from '../audit/audit-note.ts'
import { isRefusal, refusalNotes, tableAsked } from '../audit/refusal-notes.ts'
import { nobody, type Who } from '../audit/who.ts'
import type { RequestContext } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { isPersonal } from '../schema/readable-by.ts'
import type { ContextOf } from './answer-cache.ts'
import { askerOf } from './identity.ts'
import { type AskedOperation, type RootField, rootFields } from './root-fields.ts'

/** What is never written down: secrets, and what respondents wrote. */
const secret = /secret|password|token|link|key|^text$/i

/**
 * Writes to the audit log what GraphQL was asked for: tables and files as resolvers note them, mutations, refusals,
 * those too that come before anything is executed.
 */
export function useAudit({ record }: Pick<AuditLog, 'record'>, contextOf: ContextOf): Plugin<RequestContext> {
  const executed = new WeakSet<object>()
  const whoAsks = (request: Request, serverContext: object): Promise<Who> =>
    Promise.resolve(askerOf(request.headers, serverContext))
      .then(contextOf)
      .catch(() => nobody)
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result }) {
        executed.add(args.contextValue)
        if (isAsyncIterable(result)) return
        for (const note of executionNotes(args, result)) noteAsked(args.contextValue, note)
      },
    }),
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

function executionNotes(operation: AskedOperation, { data, errors = [] }: ExecutionResult): AuditNote[] {
  const isMutation = getOperationAST(operation.document, operation.operationName)?.operation === 'mutation'
  if (!isMutation && errors.length === 0) return []
  const fields = rootFields(operation)
  const refused = errors.filter(({ extensions }) => isRefusal(extensions.code))
  const changes = fields.filter(
    ({ kind, alias }) => kind === 'mutation' && !refused.some(({ path }) => path?.[0] === alias),
  )
  return [
    ...changes.map((field) => mutationNote(operation.schema, field, data?.[field.alias])),
    ...refused.flatMap(({ path, extensions }) => {
      const asked = path === undefined ? fields : fields.filter(({ alias }) => alias === path[0])
      const subject = extensions.asked ?? (path === undefined ? 'operation' : asked[0]?.field)
      return refusalNotes(extensions.code, String(subject), 'graphql', fieldsAsked(asked))
    }),
  ]
}

/** What was asked of tables and waves. */
const fieldsAsked = (fields: readonly RootField[]) =>
  tableAsked(fields.map(({ field, given }) => (field === 'wave' ? { wave: given.code } : given)))

/**
 * A mutation with its arguments, secrets left out and what somebody says for themselves, and why it changed nothing
 * where it did not.
 */
function mutationNote(schema: GraphQLSchema, { field, given }: RootField, payload: unknown): AuditNote {
  const refusal = refusalOf(payload)
  return {
    action: 'MUTATION',
    subject: field,
    waves: [],
    asked: isPersonal(schema, field) ? {} : withoutSecrets(given),
    format: 'graphql',
    digests: [],
    ...(refusal !== undefined && { refusal }),
  }
}

/** The code of the first problem in a mutation's payload, if that was asked for. */
function refusalOf(payload: unknown): string | undefined {
  const { errors } = (payload ?? {}) as { readonly errors?: readonly { readonly code?: string }[] }
  if (payload === null || payload === undefined) return 'FAILED'
  return errors === undefined || errors.length === 0 ? undefined : (errors[0]!.code ?? 'INVALID_INPUT')
}

function withoutSecrets(given: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(given, (name, value) => (secret.test(name) ? undefined : value)))
}
