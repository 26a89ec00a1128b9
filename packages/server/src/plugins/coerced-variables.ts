import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql'

/** Each thing that is wrong is told with all that it stands in: telling all of them costs the square of what was sent. */
const mostTold = 3

const longestMessage = 300

/** The variables of an operation as its types have them, or the first things that are wrong with them. */
export function coercedVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | null | undefined,
): { readonly coerced: Record<string, unknown> } | { readonly errors: readonly GraphQLError[] } {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given ?? {}, {
    maxErrors: mostTold,
    hideSuggestions: true,
  })
  return coerced === undefined ? { errors: errors.slice(0, mostTold).map(told) } : { coerced }
}

function told({ message, nodes }: GraphQLError): GraphQLError {
  const short = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
  return new GraphQLError(short, { nodes: nodes ?? null, extensions: { code: 'INVALID_INPUT' } })
}
