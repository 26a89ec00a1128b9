import type { Plugin } from 'graphql-yoga'
import { tableFormats } from './print-table.ts'
import { respondentFormats } from './respondent-formats.ts'

/** Where GraphQL is answered, and nowhere else. */
export const graphqlPath = /^\/graphql\/?$/

/** Every path that is answered; `<...>` stands for any one part of a path. Each has its line in `tests/permissions`. */
export const routes: readonly string[] = [
  ...['/', '/graphql', '/graphql/', '/healthz', '/readyz', '/metrics', '/codebook.schema.json'],
  ...Object.keys(tableFormats).flatMap((format) => [`/tables/crosstab.${format}`, `/tables/means.${format}`]),
  ...Object.keys(respondentFormats).map((extension) => `/waves/<code>/respondents.${extension}`),
  ...['/answer', '/answer/', '/answer/<code>', '/answer/<code>/'],
  ...['/dashboard', '/dashboard/', '/dashboard/assets/<name>'],
  ...['/sign-in-link', '/auth/sign-in', '/auth/callback', '/auth/sign-out'],
  ...['/oauth/token', '/oauth/authorize', '/oauth/authorize/<id>', '/oauth/interaction/<id>'],
  ...['jwks.json', 'openid-configuration', 'oauth-authorization-server'].map(
    (name) => `/.well-known/${name}`,
  ),
]

/** The paths of a route. */
export function pathsOf(route: string): RegExp {
  const parts = route.split(/<\w+>/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[^/]+')}$`)
}

const known = new RegExp(routes.map((route) => pathsOf(route).source).join('|'))

/**
 * Stands before all that answer by path: at a path that is no route, none of them is asked. So no plugin answers where it is
 * not known who is answered, nor Yoga at every address that ends in its own.
 */
export function useRoutes(): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (known.test(url.pathname)) return
      endResponse(new fetchAPI.Response(null, { status: 404 }))
    },
  }
}
