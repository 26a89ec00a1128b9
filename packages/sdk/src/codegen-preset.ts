/**
 * Settings of GraphQL Code Generator for documents of your own: typed by the schema in this package, and text that
 * `PeoClient.query` takes. For an entry of `generates` that is a folder; needs `@graphql-codegen/cli` and
 * `@graphql-codegen/client-preset`.
 *
 * @example
 * ```ts
 * import { codegenPreset } from '@peo/sdk'
 *
 * export default {
 *   schema: 'node_modules/@peo/sdk/schema.graphql',
 *   documents: 'src/**\/*.ts',
 *   generates: { 'src/peo/': codegenPreset },
 * }
 * ```
 */
export const codegenPreset = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    enumType: 'string-literal',
    immutableTypes: true,
    skipTypename: true,
    useTypeImports: true,
    // As ES modules of Node.js and bundlers alike find it.
    importExtension: '.js',
    scalars: { Date: 'string', JSON: 'unknown' },
  },
} as const
