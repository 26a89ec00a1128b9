import { countResponses, type OrganisationResponses, type Responses } from '../collection/count-responses.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'
import { WaveNode } from './wave.ts'

const OrganisationResponsesType = builder
  .objectRef<OrganisationResponses>('OrganisationResponses')
  .implement({
    ...readableBy('STAFF'),
    description: 'How many of an organisation answered, at least.',
    fields: (t) => ({
      organisation: t.exposeString('organisation', { description: 'Category code of the organisation.' }),
      count: t.exposeInt('count', {
        nullable: true,
        description:
          'How many answered, at least: rounded down to a multiple of five; null where that is fewer than k (`Wave.minimumGroupSize`).',
      }),
    }),
  })

const ResponsesType = builder.objectRef<Responses>('Responses').implement({
  ...readableBy('STAFF'),
  description:
    'How many answered so far, at least: counts change with each five answers, so that nobody is told of one.',
  fields: (t) => ({
    total: t.exposeInt('total', {
      description:
        'How many answered, at least, of any organisation: rounded down to a multiple of five; 0 where that is fewer than k (`Wave.minimumGroupSize`).',
    }),
    byOrganisation: t.expose('byOrganisation', {
      type: [OrganisationResponsesType],
      description: 'By organisation, in the order of the question; none where the wave does not ask for it.',
    }),
  }),
})

builder.prismaObjectFields(WaveNode, (t) => ({
  responses: t.field({
    ...readableBy('STAFF'),
    type: ResponsesType,
    nullable: true,
    description: 'How many answered, at least; null but while it takes answers or is closed. For staff.',
    select: { id: true, status: true, minimumGroupSize: true },
    resolve: (wave, _, { prisma }) =>
      wave.status === 'FIELDING' || wave.status === 'CLOSED' ? countResponses(prisma, wave) : null,
  }),
}))
