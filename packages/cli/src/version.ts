import { createRequire } from 'node:module'

/** The version of this package; yargs would take that of the project that it is used in. */
export const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string }
