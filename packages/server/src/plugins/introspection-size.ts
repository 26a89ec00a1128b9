import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql'
import type { CostedOperation } from './operation-cost.ts'

/** What stands at one place of the answer, each with how often. */
type Places = ReadonlyMap<unknown, number>

const roots: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
}

/**
 * How many values introspection gives, as its own resolvers tell, deprecated ones too. What stands at many places alike
 * is looked at once for all, and counting ends beyond a limit, so that it never takes long itself.
 */
export function introspectionSize(asked: CostedOperation, limit: number): number {
  const { schema, operation, fragments, variables } = asked
  const info = { schema } as GraphQLResolveInfo
  let size = 0
  const countField = (
    field: GraphQLField<unknown, unknown>,
    given: Readonly<Record<string, unknown>>,
    inner: SelectionSetNode | undefined,
    places: Places,
  ) => {
    const found = new Map<unknown, number>()
    for (const [source, times] of places) {
      for (const value of [field.resolve?.(source, given, undefined, info)].flat()) {
        size += times
        if (typeof value === 'object' && value !== null) found.set(value, (found.get(value) ?? 0) + times)
      }
      if (size > limit) return
    }
    const type = getNamedType(field.type)
    if (inner !== undefined && isObjectType(type)) countSet(inner, type, found, new Set())
  }
  /** @param seen fragments of this set that were counted: execution reads each once */
  const countSet = (
    { selections }: SelectionSetNode,
    type: GraphQLObjectType | undefined,
    places: Places,
    seen: Set<string>,
  ) => {
    for (const selection of selections) {
      if (size > limit || places.size === 0) return
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        countSet(selection.selectionSet, type, places, seen)
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value
        const fragment = seen.has(name) ? undefined : fragments.get(name)
        seen.add(name)
        if (fragment !== undefined) countSet(fragment.selectionSet, type, places, seen)
      } else if (type !== undefined) {
        const field = type.getFields()[selection.name.value]
        if (field !== undefined)
          countField(field, { includeDeprecated: true }, selection.selectionSet, places)
      } else {
        const root = roots[selection.name.value]
        if (root === undefined) continue
        countField(root, getArgumentValues(root, selection, variables), selection.selectionSet, places)
      }
    }
  }
  // Of the operation itself nothing but these two roots is counted.
  countSet(operation.selectionSet, undefined, new Map([[schema, 1]]), new Set())
  return size
}
