/** Where GraphQL is answered. The bare address of a service stands for its GraphQL endpoint. */
export function graphqlEndpoint(url: string): string {
  return url.replace(/^(https?:\/\/[^/?]+)\/?(?=\?|$)/i, '$1/graphql')
}

/** An address as messages name it: what may be secret in it is left out. */
export function plainAddress(address: string): string {
  return address.replace(/(\/\/)[^/]*@|[?#].*/g, '$1')
}

/** Where tokens are given: beside the GraphQL endpoint. */
export function tokenEndpoint(url: string): string {
  return graphqlEndpoint(url).replace(/(\/graphql)?\/?(\?.*)?$/, '/oauth/token$2')
}
