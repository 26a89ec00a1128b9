import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
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
import { checkTexts } from '../schema/check-texts.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

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

/** What an operation may make: tables, and so many items of lists, lists within lists multiplied. */
export interface OperationParts {
  readonly tables: readonly CostedTable[]
  readonly items: number
}

type Arguments = Readonly<Record<string, unknown>>

/** Items of a list at most, and where a query does not say how many. */
const pageSize = 100

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

/** A figure may be asked for so many fields, all that it has, at the price of one. */
const fieldsPerFigure = 16

/** What a selection may make: its fields, its items of lists, and how often each figure of the table around it. */
interface Parts {
  readonly fields: number
  readonly items: number
  readonly times: number
}

const nothing: Parts = { fields: 0, items: 0, times: 0 }

const sum = (parts: readonly Parts[]): Parts => ({
  fields: parts.reduce((all, { fields }) => all + fields, 0),
  items: parts.reduce((all, { items }) => all + items, 0),
  times: parts.reduce((all, { times }) => all + times, 0),
})

/**
 * Reads from an operation what it may make. A field costs as often as it is asked for, under whatever name.
 *
 * @returns an error with the code `INVALID_INPUT` where it asks for a list of no size, of too large a one, or by what no database holds
 * @throws GraphQLError where an argument is not of its type
 */
export function operationParts(asked: CostedOperation): OperationParts | RequestError {
  const { schema, operation, fragments, variables } = asked
  const root = schema.getRootType(operation.operation) ?? undefined
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
    const given: Arguments = getArgumentValues(field, selection, variables)
    const unsound = checkTexts(field.name, given)
    if (unsound !== undefined) wrong.push(unsound)
    const inner = partsOfSet(selection.selectionSet, getNamedType(field.type))
    const fields = 1 + inner.fields
    const sides = type === schema.getQueryType() ? sidesOf[field.name]?.(given) : undefined
    if (sides !== undefined) {
      tables.push({ waves: strings(given.waves), sides, times: Math.max(1, inner.times) })
      return { fields, items: inner.items, times: 0 }
    }
    if (tableTypes.has(type?.name ?? '') && figures.includes(field.name)) {
      return { fields, items: 0, times: Math.max(1, Math.ceil(inner.fields / fieldsPerFigure)) }
    }
    if (!field.args.some(({ name }) => name === 'first' || name === 'ids')) {
      const isCounted = type === root || (isListType(getNullableType(field.type)) && !paged.has(field.name))
      return { fields, items: (isCounted ? 1 : 0) + inner.items, times: 0 }
    }
    const size = listSize(field.name, given)
    if (typeof size === 'number') return { fields, items: size * (1 + inner.items), times: 0 }
    wrong.push(size)
    return nothing
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
  const { items } = partsOfSet(operation.selectionSet, root)
  return wrong[0] ?? { tables, items }
}

/** How many items a list is asked for: by `first` or `last`, by a list of ids, or as many as a page has. */
function listSize(field: string, { first, last, ids }: Arguments): number | RequestError {
  const [argument, size] = Array.isArray(ids)
    ? ['ids', ids.length]
    : typeof first === 'number'
      ? ['first', first]
      : ['last', typeof last === 'number' ? last : pageSize]
  if (size >= 1 && size <= pageSize) return size
  const message = `${field} gives 1 to ${pageSize} items at a time, and ${argument} asks for ${size}; ask for the rest by another page.`
  return requestError('INVALID_INPUT', message, { argument, size, limit: pageSize })
}
