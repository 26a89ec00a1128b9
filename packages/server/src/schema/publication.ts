import { changePublication, createPublication, removePublication } from '../follow-up/publications.ts'
import { unlessWithdrawn } from '../follow-up/published-for.ts'
import { BilingualInput } from './bilingual.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

const PublicationType = builder.prismaObject('Publication', {
  ...readableBy('EVERYONE'),
  description: 'A report on a wave.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    title: t.string({
      nullable: true,
      description: 'What it is called; null where nobody said.',
      args: languageArgument,
      select: { titleNl: true, titleEn: true },
      resolve: ({ titleNl, titleEn }, { language }) => (language === 'nl' ? titleNl : titleEn),
    }),
    year: t.exposeInt('year', { description: 'Year of publication.' }),
    isbn: t.exposeString('isbn', { nullable: true, description: 'ISBN, without hyphens.' }),
    authors: t.exposeStringList('authors', { description: 'Names of the authors, as printed.' }),
    link: t.exposeString('link', { nullable: true, description: 'Where to read it.' }),
    version: t.exposeInt('version', { description: 'Give it with a change.' }),
  }),
})

builder.prismaObjectFields('Wave', (t) => ({
  publications: t.relation('publications', {
    description: 'Reports on the wave.',
    query: (_, { viewer }) => ({
      where: unlessWithdrawn(viewer),
      orderBy: [{ year: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

const PublicationPayload = changedPayload('STAFF', 'publication', PublicationType)

const described = {
  title: { type: BilingualInput, description: 'What it is called.' },
  year: { description: 'Year of publication.' },
  authors: { description: 'Names of the authors, as printed.' },
  isbn: { description: 'ISBN of 10 or 13 digits; hyphens and spaces do not matter.' },
  link: { description: 'Where to read it.' },
}

const CreatePublicationInput = builder.inputType('CreatePublicationInput', {
  description: 'A publication to name on a wave.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    title: t.field({ ...described.title, required: true }),
    year: t.int({ ...described.year, required: true }),
    authors: t.stringList({ ...described.authors, required: true }),
    isbn: t.string(described.isbn),
    link: t.string(described.link),
  }),
})

const ChangePublicationInput = builder.inputType('ChangePublicationInput', {
  description: 'What is to be different in a publication; the rest stays. Null takes an ISBN or a link away.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    title: t.field(described.title),
    year: t.int(described.year),
    authors: t.stringList(described.authors),
    isbn: t.string(described.isbn),
    link: t.string(described.link),
  }),
})

builder.mutationFields((t) => ({
  createPublication: t.field({
    ...readableBy('STAFF'),
    type: PublicationPayload,
    description: 'Names a publication on a wave. For staff.',
    args: { input: t.arg({ type: CreatePublicationInput, required: true, description: 'It.' }) },
    resolve: (_, { input }, { prisma, viewer }) => createPublication(prisma, viewer, input),
  }),
  changePublication: t.field({
    ...readableBy('STAFF'),
    type: PublicationPayload,
    description: 'Changes what is said of a publication. For staff.',
    args: { input: t.arg({ type: ChangePublicationInput, required: true, description: 'The change.' }) },
    resolve: (_, { input }, { prisma }) => changePublication(prisma, input),
  }),
  removePublication: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Takes a publication off its wave for good. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => removePublication(prisma, read),
  }),
}))
