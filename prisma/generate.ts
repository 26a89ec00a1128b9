/**
 * Generates the Prisma client and the Pothos types from `schema.prisma`, by Prisma's own generators.
 * Prisma's command line would do the same, but it brings 130 packages, one of which refuses Node.js 20.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as ClientGenerator from '@prisma/client-generator-ts'
import type * as PrismaInternals from '@prisma/internals'

const require = createRequire(import.meta.url)
// The packages' ES modules import without file extensions, which Node.js refuses; their CommonJS works.
const { getGenerators, loadSchemaContext }: typeof PrismaInternals = require('@prisma/internals')
const { PrismaClientTsGenerator }: typeof ClientGenerator = require('@prisma/client-generator-ts')

const schemaPath = fileURLToPath(new URL('schema.prisma', import.meta.url))

/** Writes `packages/server/src/generated/`. Needs no database and no network. */
export async function generatePrisma(): Promise<void> {
  const schemaContext = await loadSchemaContext({
    schemaPath: { cliProvidedPath: schemaPath },
    printLoadMessage: false,
  })
  const generators = await getGenerators({
    schemaContext,
    registry: { 'prisma-client': { type: 'in-process', generator: new PrismaClientTsGenerator() } },
    skipDownload: true,
    cliCommand: 'generate',
  })
  for (const generator of generators) {
    await generator.generate()
    generator.stop()
  }
}
