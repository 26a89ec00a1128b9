import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type SelectionSetNode,
} from 'graphql'

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
  const kind = operation?.operation
  if (operation == null || (kind !== 'query' && kind !== 'mutation')) return []
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  const type = schema.getRootType(kind)
  if (coerced === undefined || !type) return []
  return fieldNodes(operation.selectionSet, document).flatMap((node): RootField[] => {
    const field = type.getFields()[node.name.value]
    if (field === undefined) return []
    const alias = node.alias?.value ?? field.name
    return [{ alias, field: field.name, given: getArgumentValues(field, node, coerced) }]
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
