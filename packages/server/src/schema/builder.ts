import type { JsonStatDataset } from '@peo/formats'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { mayRead } from '../access/may-read.ts'
import type { RequestContext } from '../context.ts'
import type PrismaTypes from '../generated/pothos-types.ts'
import { getDatamodel } from '../generated/pothos-types.ts'
import type { AnswerFile } from '../import/answer-file.ts'
import { connectionDescriptions } from './connection-descriptions.ts'
import { unreadable } from './readable-by.ts'

/** The schema builder: plugins and defaults, no types. Each domain adds its own in a file of its own. */
export const builder = new SchemaBuilder<{
  // Which open answers are shown follows from the columns of releases.
  AsyncSelections: true
  Context: RequestContext
  AuthScopes: { professional: boolean; partner: boolean; researcher: boolean; staff: boolean }
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    Date: { Input: Date; Output: Date }
    File: { Input: AnswerFile; Output: never }
    JSON: { Input: never; Output: JsonStatDataset }
  }
}>({
  // Guards come first: what is refused is not read from the database.
  plugins: [ScopeAuthPlugin, PrismaPlugin, RelayPlugin],
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      professional: mayRead(viewer, 'PROFESSIONAL'),
      partner: mayRead(viewer, 'PARTNER'),
      researcher: mayRead(viewer, 'RESEARCHER'),
      staff: mayRead(viewer, 'STAFF'),
    }),
    authorizeOnSubscribe: true,
    unauthorizedError: (_, context, info) => unreadable(context, info),
  },
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
builder.mutationType({ description: 'What can be changed, by staff, and what professionals take part in.' })
