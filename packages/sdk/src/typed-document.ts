/** Text, or an object that stands for one, such as the `TypedDocumentString` of a code generator. */
interface DocumentText {
  toString(): string
  valueOf(): string
}

/**
 * A GraphQL document as text that carries the types of its result and variables. A parsed document (an object with
 * `kind` and `definitions`) is not one: print it first, or set `documentMode: 'string'` in your code generator.
 */
export type TypedDocument<Result, Variables> = DocumentText & {
  readonly __apiType?: (variables: Variables) => Result
}
