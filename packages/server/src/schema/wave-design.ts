import { knownCodes } from '../access/known-answers.ts'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const PopulationSize = builder
  .objectRef<{ category: string | null; size: number }>('PopulationSize')
  .implement({
    ...readableBy('EVERYONE'),
    description: 'How many there are to sample from: respondents, or clusters where clusters were drawn.',
    fields: (t) => ({
      category: t.exposeString('category', {
        nullable: true,
        description: 'Code of the category of the strata variable; null for the whole wave.',
      }),
      size: t.exposeInt('size', { description: 'How many there are, in the sample or not.' }),
    }),
  })

/** A wave, seen as the sample that it is. */
export const WaveDesign = builder.prismaObject('Wave', {
  ...readableBy('EVERYONE'),
  variant: 'WaveDesign',
  description:
    'How the respondents of a wave were sampled. Weighted figures follow it; unweighted ones do not.',
  fields: (t) => ({
    strata: t.relation('strata', {
      nullable: true,
      description: 'The variable of which each category was sampled by itself; null without strata.',
    }),
    clusters: t.relation('clusters', {
      nullable: true,
      description: 'The variable by whose answers respondents were drawn together; null without clusters.',
    }),
    population: t.field({
      type: [PopulationSize],
      description:
        'How many there are to sample from, by stratum; none when that is unknown or very large. Of organisations, a partner finds its own; everyone else, none.',
      select: { population: true, strata: { select: { partnerBoundary: true } } },
      resolve: ({ population, strata }, _, { viewer }) => {
        const all = sizes(population as CodebookDesign['population'] | null)
        const known = knownCodes(
          viewer,
          strata,
          all.map(({ category }) => category),
        )
        return all.filter(({ category }) => known.includes(category))
      },
    }),
  }),
})

function sizes(population: CodebookDesign['population'] | null) {
  if (typeof population === 'number') return [{ category: null, size: population }]
  return Object.entries(population ?? {}).map(([category, size]) => ({ category, size }))
}
