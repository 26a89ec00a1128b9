import type { Release } from '../release/published-releases.ts'
import { builder } from './builder.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

/** A release that a table was made from. */
export const TableReleaseType = builder.objectRef<Release>('TableRelease').implement({
  ...readableBy('EVERYONE'),
  description: 'The release that a wave of a table comes from. A table that asks for nothing else is kept.',
  fields: (t) => ({
    wave: t.string({
      description: 'Code of the wave.',
      resolve: ({ codebook }) => codebook.wave.code,
    }),
    title: t.string({
      description: 'Title of the wave when it was published.',
      args: languageArgument,
      resolve: ({ codebook }, { language }) => codebook.wave.title[language],
    }),
    digest: t.exposeString('digest', {
      description:
        'SHA-256 of all that its tables follow from. Cite it: the same digest gives the same figures.',
    }),
  }),
})
