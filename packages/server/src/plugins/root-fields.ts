import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { coercedVariables } from './coerced-variables.ts'

/** An operation on its way to be executed. */
export interface AskedOperation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined
}

/** A field of an operation itself. */
export interface RootField {
  /** What the answer calls it. */
  readonly alias: string
  readonly field: string
  readonly given: Readonly<Record<string, unknown>>
}

/** The fields of an operation itself with their arguments; none where the variables are wrong. */
export function rootFields({ schema, document, operationName, variableValues }: AskedOperation): RootField[] {
  const operation = getOperationAST(document, operationName)
  if (operation == null) return []
  const read = coercedVariables(schema, operation, variableValues)
  const type = schema.getRootType(operation.operation)
  if ('errors' in read || !type) return []
  return fieldNodes(operation.selectionSet, document).flatMap((node): RootField[] => {
    const field = type.getFields()[node.name.value]
    if (field === undefined) return []
    const alias = node.alias?.value ?? field.name
    return [{ alias, field: field.name, given: getArgumentValues(field, node, read.coerced) }]
  })
}

/** In fragments too: those hold no circles, or the document was refused. */
function fieldNodes({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldNodes(selection.selectionSet, document)
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    )
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldNodes(fragment.selectionSet, document) : []
  })
}
