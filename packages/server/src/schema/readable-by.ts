import type { GraphQLField, GraphQLNamedType, GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { type Role, refuseReader } from '../access/may-read.ts'
import type { RequestContext } from '../context.ts'
import { requestFailure } from './request-failure.ts'

/** What of a type or field of the schema says whom it is for. */
interface Readers {
  readonly readers?: Role
  /** Whether somebody speaks for themselves by it: the audit log has that they did, not what they said. */
  readonly personal?: true
}

type Scope = Lowercase<Exclude<Role, 'EVERYONE'>>

/**
 * The rule of a field, or of all fields of a type: whom it is for. Every type and every field of `Query`,
 * `Mutation` and `Subscription` has one. What is for everyone costs nothing to guard.
 */
export function readableBy(least: Role): {
  readonly extensions: { readonly readers: Role }
  readonly authScopes?: { readonly [scope in Scope]?: true }
} {
  const extensions = { readers: least }
  return least === 'EVERYONE' ? { extensions } : { extensions, authScopes: { [least.toLowerCase()]: true } }
}

/** The rule of a mutation by which professionals speak for themselves. */
export const takesPart = {
  ...readableBy('PROFESSIONAL'),
  extensions: { readers: 'PROFESSIONAL', personal: true } satisfies Readers,
}

/** Whether a mutation is one by which somebody speaks for themselves. */
export function isPersonal(schema: GraphQLSchema, mutation: string): boolean {
  const field: { extensions: Readers } | undefined = schema.getMutationType()?.getFields()[mutation]
  return field?.extensions.personal === true
}

/** For whom a type or field of the schema is, where it says so itself. */
export const readersOf = (one: GraphQLNamedType | GraphQLField<unknown, unknown> | undefined) =>
  (one?.extensions as Readers | undefined)?.readers

/** The error of who asked for a field that is not for them: of `readableBy` on the field, or else on its type. */
export function unreadable({ viewer }: RequestContext, info: GraphQLResolveInfo): Error {
  const { parentType, fieldName } = info
  const least = readersOf(parentType.getFields()[fieldName]) ?? readersOf(parentType) ?? 'STAFF'
  const refusal = refuseReader(viewer, least, `${parentType.name}.${fieldName}`)
  return refusal === undefined
    ? new Error(`${parentType.name}.${fieldName} has no rule.`)
    : requestFailure(refusal)
}
