/**
 * A GraphQL document as text that carries the types of its result and variables. Documents of a code generator
 * that follow `DocumentTypeDecoration`, such as its `TypedDocumentString`, are accepted as well.
 */
export type TypedDocument<Result, Variables> = { toString(): string } & {
  readonly __apiType?: (variables: Variables) => Result
}
