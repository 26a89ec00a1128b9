import { defaultFieldResolver, type GraphQLSchema } from 'graphql'
import { type AuditNote, noteAsked } from '../audit/audit-note.ts'
import { changedWaves } from '../audit/changed-waves.ts'
import { isRefusal } from '../audit/refusal-notes.ts'
import type { RequestContext } from '../context.ts'
import { isPersonal } from './readable-by.ts'

/** What mutations answer, as far as the log looks at it. */
interface Payload {
  readonly kind?: unknown
  readonly code?: string
  readonly client?: { readonly id: string } | null
  readonly account?: { readonly id: string; readonly name: string } | null
}

/** Whom later entries name by their id alone. */
function whoIs(payload: Payload | null): object {
  const { client, account } = payload ?? {}
  return { ...(client && { client: client.id }), ...(account && { account: account.id, name: account.name }) }
}

type Given = Readonly<Record<string, unknown>>

/** What is never written down: secrets, and what respondents wrote. */
const secret = /secret|password|token|link|key|^(text|content)$/i

/**
 * Has every mutation noted for the audit log when it is done, by what it did, whatever is asked of its payload: with the
 * waves that it names or that what it changed is of, and its arguments, but for secrets and what somebody says for themselves, and why it changed nothing where it did not. A
 * mutation that is not for the reader is noted as a refusal elsewhere.
 */
export function noteMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const [subject, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field
    field.resolve = async (parent, given, context: RequestContext, info) => {
      const personal = isPersonal(schema, subject)
      const note = (refusal: string | undefined, changed: readonly string[] = [], made: object = {}) => {
        const { asked, ...own } = mutationNote(schema, subject, given, changed)
        noteAsked(context, {
          ...own,
          asked: personal ? asked : { ...asked, ...made },
          ...(refusal !== undefined && { refusal }),
        })
      }
      try {
        const payload = (await resolve(parent, given, context, info)) as Payload | null
        if (payload?.kind === 'problem') note(payload.code)
        else note(undefined, personal ? [] : await changedWaves(context.prisma, payload), whoIs(payload))
        return payload
      } catch (error) {
        const { extensions } = error as { readonly extensions?: { readonly code?: unknown } }
        if (!isRefusal(extensions?.code)) note('FAILED')
        throw error
      }
    }
  }
  return schema
}

/** Notes that a mutation was sent again: it got the answer of the first, or `refusal` says why it got none. */
export function noteRepeat(
  context: object,
  schema: GraphQLSchema,
  { field, given }: { readonly field: string; readonly given: Given },
  refusal?: string,
): void {
  const { asked, ...note } = mutationNote(schema, field, given)
  noteAsked(
    context,
    refusal === undefined ? { ...note, asked: { ...asked, repeated: true } } : { ...note, asked, refusal },
  )
}

function mutationNote(
  schema: GraphQLSchema,
  subject: string,
  given: Given,
  changed: readonly string[] = [],
): AuditNote {
  const told = isPersonal(schema, subject)
    ? { waves: [], asked: {} }
    : { waves: [...new Set([...wavesOf(given), ...changed])], asked: withoutSecrets(given) }
  return { action: 'MUTATION', subject, ...told, format: 'graphql', digests: [] }
}

/** The waves that a mutation is about: `createWave` gives the code of one that is to be. */
function wavesOf({ wave, input }: Given): string[] {
  const { wave: own, code } = (input ?? {}) as { readonly wave?: unknown; readonly code?: unknown }
  return [wave, own, code].flatMap((one) => (typeof one === 'string' ? [one.slice(0, 100)] : []))
}

function withoutSecrets(given: object): object {
  return JSON.parse(JSON.stringify(given, (name, value) => (secret.test(name) ? undefined : value)))
}
