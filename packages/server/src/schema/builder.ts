import type { JsonStatDataset } from '@peo/formats'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type { RequestContext } from '../context.ts'
import type PrismaTypes from '../generated/pothos-types.ts'
import { getDatamodel } from '../generated/pothos-types.ts'
import { connectionDescriptions } from './connection-descriptions.ts'

/** The schema builder: plugins and defaults, no types. Each domain adds its own in a file of its own. */
export const builder = new SchemaBuilder<{
  Context: RequestContext
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    Date: { Input: Date; Output: Date }
    JSON: { Input: never; Output: JsonStatDataset }
  }
}>({
  plugins: [PrismaPlugin, RelayPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.prisma,
    dmmf: getDatamodel(),
    onUnusedQuery: 'error',
    defaultConnectionSize: 100,
    maxConnectionSize: 100,
  },
  relay: {
    ...connectionDescriptions,
    edgesFieldOptions: {
      description: 'The items with their cursors.',
      nullable: { list: false, items: false },
    },
    nodeFieldOptions: { description: 'The item.', nullable: false },
    nodesOnConnection: { description: 'The items without their cursors.' },
  },
})

builder.queryType({ description: 'What can be asked of the PEO results service.' })
builder.mutationType({ description: 'What can be changed, by staff.' })
