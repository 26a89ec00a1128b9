import {
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Role } from '../access/may-read.ts'
import { longestCode } from '../schema/check-texts.ts'
import { readersOf } from '../schema/readable-by.ts'
import type { RequestError } from '../tables/request-error.ts'
import { type Arguments, fieldArguments } from './field-arguments.ts'

/** An operation whose arguments are known. */
export interface CostedOperation {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Readonly<Record<string, unknown>>
}

/** A table that an operation asks for. */
export interface CostedTable {
  readonly waves: readonly string[]
  /** Codes of the variables on its sides. */
  readonly sides: readonly string[]
  /** How often its figures are asked for, at least once. */
  readonly times: number
}

/** A field that is not for everyone, and how often an operation may come to it. */
export interface GuardedField {
  readonly field: string
  readonly least: Role
  readonly times: number
}

/** What an operation may make: tables, and so many items of lists, lists within lists multiplied. */
export interface OperationParts {
  readonly tables: readonly CostedTable[]
  readonly items: number
  readonly guarded: readonly GuardedField[]
}

const strings = (list: unknown) => (Array.isArray(list) ? list.map(String) : [])

/** By field of a query that gives a table, the variables on its sides. */
const sidesOf: Readonly<Record<string, (given: Arguments) => readonly string[]>> = {
  crosstab: ({ rows, columns }) => [String(rows), ...strings(columns)],
  means: ({ by }) => strings(by),
}

/** The pages of a list whose items are counted already. */
const paged: ReadonlySet<string> = new Set(['nodes', 'edges'])

const tableTypes: ReadonlySet<string> = new Set(['Table', 'Crosstab', 'MeansTable'])

/** Fields that give each figure of a table. */
const figures: readonly string[] = ['cells', 'groups', 'counts', 'columnPercents', 'csv', 'jsonStat']

/** A figure or an item may be asked for so many fields, all that it has, at the price of one. */
const fieldsForOne = 16

/** Things that are looked up one by one cost as many points each: a thousand take a second. */
const pricePerId = 32

const priceOf = (fields: number) => Math.max(1, Math.ceil(fields / fieldsForOne))

/** What a selection may make: its fields, its items of lists, and how often each figure of the table around it. */
interface Parts {
  readonly fields: number
  readonly items: number
  readonly times: number
  readonly guarded: readonly GuardedField[]
}

const nothing: Parts = { fields: 0, items: 0, times: 0, guarded: [] }

const sum = (parts: readonly Parts[]): Parts => ({
  fields: parts.reduce((all, { fields }) => all + fields, 0),
  items: parts.reduce((all, { items }) => all + items, 0),
  times: parts.reduce((all, { times }) => all + times, 0),
  guarded: addUp(parts.flatMap(({ guarded }) => guarded)),
})

/** Each field once, as often as all of `guarded` together. */
function addUp(guarded: readonly GuardedField[]): readonly GuardedField[] {
  const byField = new Map<string, GuardedField>()
  for (const one of guarded) {
    byField.set(one.field, { ...one, times: one.times + (byField.get(one.field)?.times ?? 0) })
  }
  return [...byField.values()]
}

/**
 * Reads from an operation what it may make. A field costs as often as it is asked for, under whatever name.
 *
 * @returns an error with the code `INVALID_INPUT` where it asks for a list of no size, of too large a one, by what no database holds, or by an argument that is not of its type
 */
export function operationParts(asked: CostedOperation): OperationParts | RequestError {
  const { schema, operation, fragments, variables } = asked
  const root = schema.getRootType(operation.operation) ?? undefined
  // Only what is changed may hold long texts of people.
  const longest = operation.operation === 'mutation' ? Number.POSITIVE_INFINITY : longestCode
  const tables: CostedTable[] = []
  const wrong: RequestError[] = []
  /** Fragments that were measured; within itself, a fragment counts as nothing. */
  const measured = new Map<string, Parts>()
  const partsOfSet = (set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): Parts =>
    sum((set?.selections ?? []).map((selection) => partsOf(selection, type)))
  const partsOf = (selection: SelectionNode, type: GraphQLNamedType | undefined): Parts => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value
      return partsOfSet(selection.selectionSet, on === undefined ? type : schema.getType(on))
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return partsOfFragment(selection.name.value)
    const hasFields = isObjectType(type) || isInterfaceType(type)
    const field = hasFields ? type.getFields()[selection.name.value] : undefined
    if (field === undefined) return nothing
    const read = fieldArguments(field, selection, variables, longest)
    if ('kind' in read) {
      wrong.push(read)
      return nothing
    }
    const { given, size } = read
    const inner = partsOfSet(selection.selectionSet, getNamedType(field.type))
    const fields = 1 + inner.fields
    const guarded = [...guardOf(field, type), ...inner.guarded]
    const sides = type === schema.getQueryType() ? sidesOf[field.name]?.(given) : undefined
    if (sides !== undefined) {
      tables.push({ waves: strings(given.waves), sides, times: Math.max(1, inner.times) })
      return { fields, items: inner.items, times: 0, guarded }
    }
    if (tableTypes.has(type?.name ?? '') && figures.includes(field.name)) {
      return { fields, items: 0, times: priceOf(inner.fields), guarded }
    }
    if (typeof size === 'number') {
      const each = 'ids' in given ? pricePerId : 1
      const items = size * (each * priceOf(inner.fields) + inner.items)
      return {
        fields: 1,
        items,
        times: 0,
        guarded: guarded.map((one) => ({ ...one, times: size * one.times })),
      }
    }
    if (type === root && field.name === 'node') {
      return { fields, items: pricePerId * priceOf(inner.fields) + inner.items, times: 0, guarded }
    }
    const isCounted = type === root || (isListType(getNullableType(field.type)) && !paged.has(field.name))
    return { fields, items: (isCounted ? 1 : 0) + inner.items, times: 0, guarded }
  }
  const partsOfFragment = (name: string): Parts => {
    const known = measured.get(name)
    if (known !== undefined) return known
    measured.set(name, nothing)
    const fragment = fragments.get(name)
    const on = schema.getType(fragment?.typeCondition.name.value ?? '')
    const parts = partsOfSet(fragment?.selectionSet, on)
    measured.set(name, parts)
    return parts
  }
  const { items, guarded } = partsOfSet(operation.selectionSet, root)
  return wrong[0] ?? { tables, items, guarded }
}

/** What a field says of whom it is for, itself or by the type it is a field of. */
function guardOf(field: GraphQLField<unknown, unknown>, type: GraphQLNamedType | undefined): GuardedField[] {
  const least = readersOf(field) ?? readersOf(type)
  if (least === undefined || least === 'EVERYONE') return []
  return [{ field: `${type?.name}.${field.name}`, least, times: 1 }]
}
