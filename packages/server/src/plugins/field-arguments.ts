import { type FieldNode, GraphQLError, type GraphQLField, getArgumentValues } from 'graphql'
import { checkTexts } from '../schema/check-texts.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

export type Arguments = Readonly<Record<string, unknown>>

/** What a field is asked by. */
export interface FieldArguments {
  readonly given: Arguments
  /** How many items it is to give, where it is a list with pages. */
  readonly size: number | undefined
}

/** Items of a list at most, and where a query does not say how many. */
const pageSize = 100

/**
 * The arguments of a field.
 *
 * @param longest characters of a text at most
 * @returns an error with the code `INVALID_INPUT` where one is not of its type or holds what no database does, is longer than that, or where they ask for a list of no size or of too large a one
 */
export function fieldArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Arguments,
  longest: number,
): FieldArguments | RequestError {
  const given = argumentsOf(field, node, variables)
  if (given instanceof GraphQLError) return requestError('INVALID_INPUT', given.message)
  const isPaged = field.args.some(({ name }) => name === 'first' || name === 'ids')
  const size = isPaged ? listSize(field.name, given) : undefined
  // What is too long is not read through.
  return typeof size === 'object' ? size : (checkTexts(field.name, given, longest) ?? { given, size })
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Arguments,
): Arguments | GraphQLError {
  try {
    return getArgumentValues(field, node, variables)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
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
