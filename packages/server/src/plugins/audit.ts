import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { AuditLog } from '../audit/audit-log.ts'
import { type AuditNote, noteAsked, notesOf } from '../audit/audit-note.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import type { RequestContext } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'

type OnExecute = NonNullable<Plugin<RequestContext>['onExecute']>
type ExecuteArguments = Parameters<OnExecute>[0]['args']

const secret = /secret|password|token|link|key/i

/** Writes to the audit log what GraphQL was asked for: tables and files as resolvers note them, mutations, refusals. */
export function useAudit({ record }: Pick<AuditLog, 'record'>): Plugin<RequestContext> {
  return {
    onExecute: ({ args }) => {
      const { contextValue } = args
      const asked = mutations(args)
      return {
        onExecuteDone({ result }) {
          const { data, errors = [] } = isAsyncIterable(result) ? {} : result
          for (const { name, note } of asked) {
            const refusal = refusalOf(data?.[name])
            noteAsked(contextValue, refusal === undefined ? note : { ...note, refusal })
          }
          for (const { path, extensions } of errors) {
            const subject = String(extensions.asked ?? path?.join('.') ?? 'operation')
            for (const note of refusalNotes(extensions.code, subject, 'graphql'))
              noteAsked(contextValue, note)
          }
          record(contextValue, notesOf(contextValue))
        },
      }
    },
  }
}

/** Why a mutation changed nothing: the code of the first problem in its payload, if that was asked for. */
function refusalOf(payload: unknown): string | undefined {
  const { errors } = (payload ?? {}) as { readonly errors?: readonly { readonly code?: string }[] }
  if (payload === null || payload === undefined) return 'FAILED'
  return errors === undefined || errors.length === 0 ? undefined : (errors[0]!.code ?? 'INVALID_INPUT')
}

interface AskedMutation {
  /** What the answer calls it. */
  readonly name: string
  readonly note: AuditNote
}

/** The mutations of an operation with their arguments, secrets left out. */
function mutations({ document, operationName, schema, variableValues }: ExecuteArguments): AskedMutation[] {
  const operation = getOperationAST(document, operationName)
  const type = schema.getMutationType()
  if (operation?.operation !== 'mutation' || !type) return []
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  return rootFields(operation.selectionSet, document).flatMap((node): AskedMutation[] => {
    const field = type.getFields()[node.name.value]
    if (field === undefined || coerced === undefined) return []
    const asked = withoutSecrets(getArgumentValues(field, node, coerced))
    const note = { action: 'MUTATION', waves: [], asked, format: 'graphql', digests: [] } as const
    return [{ name: node.alias?.value ?? field.name, note: { ...note, subject: field.name } }]
  })
}

/** The fields of an operation itself, in fragments too: those hold no circles, or the document was refused. */
function rootFields({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, document)
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    )
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(fragment.selectionSet, document) : []
  })
}

function withoutSecrets(given: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(given, (name, value) => (secret.test(name) ? undefined : value)))
}
