import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

/** Of a field that gives a secret: nothing keeps its answer, not even for who asks again. */
export const shownOnce = { extensions: { shownOnce: true } } as const

/** Whether a document asks for a secret that is shown once. */
export function asksForSecret(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let found = false
  const see = () => {
    found ||= types.getFieldDef()?.extensions.shownOnce === true
  }
  visit(document, visitWithTypeInfo(types, { Field: see }))
  return found
}
