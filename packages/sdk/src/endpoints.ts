/** Where GraphQL is answered. The bare address of a service stands for its GraphQL endpoint. */
export function graphqlEndpoint(url: string): string {
  return url.replace(/^(https?:\/\/[^/]+)\/?$/, '$1/graphql')
}

/** Where tokens are given: beside the GraphQL endpoint. */
export function tokenEndpoint(url: string): string {
  return graphqlEndpoint(url).replace(/(\/graphql)?\/?$/, '/oauth/token')
}
