import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
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

/**
 * Reads from an operation what it may make.
 *
 * @returns an error with the code `INVALID_INPUT` where it asks for a list of no size, of too large a one, or by what no database holds
 * @throws GraphQLError where an argument is not of its type
 */
export function operationParts(asked: CostedOperation): OperationParts | RequestError {
  const { schema, operation, fragments, variables } = asked
  const tables: CostedTable[] = []
  const wrong: RequestError[] = []
  /** Fragments that were measured; within itself, a fragment counts as nothing. */
  const measured = new Map<string, number>()
  const itemsOfSet = (set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => sum + itemsOf(selection, type), 0)
  const itemsOf = (selection: SelectionNode, type: GraphQLNamedType | undefined): number => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value
      return itemsOfSet(selection.selectionSet, on === undefined ? type : schema.getType(on))
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return itemsOfFragment(selection.name.value)
    const hasFields = isObjectType(type) || isInterfaceType(type)
    const field = hasFields ? type.getFields()[selection.name.value] : undefined
    if (field === undefined) return 0
    const given: Arguments = getArgumentValues(field, selection, variables)
    const unsound = checkTexts(field.name, given)
    if (unsound !== undefined) wrong.push(unsound)
    const sides = type === schema.getQueryType() ? sidesOf[field.name]?.(given) : undefined
    if (sides !== undefined) tables.push({ waves: strings(given.waves), sides })
    const inner = itemsOfSet(selection.selectionSet, getNamedType(field.type))
    const isList = field.args.some(({ name }) => name === 'first' || name === 'ids')
    if (!isList) return inner
    const size = listSize(field.name, given)
    if (typeof size === 'number') return size * (1 + inner)
    wrong.push(size)
    return 0
  }
  const itemsOfFragment = (name: string): number => {
    const known = measured.get(name)
    if (known !== undefined) return known
    measured.set(name, 0)
    const fragment = fragments.get(name)
    const items = itemsOfSet(fragment?.selectionSet, schema.getType(fragment?.typeCondition.name.value ?? ''))
    measured.set(name, items)
    return items
  }
  const items = itemsOfSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined)
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
