import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Viewer } from '../context.ts'
import type { Prisma, Publication } from '../generated/prisma/client.ts'
import { isBlank } from '../is-blank.ts'
import { type Bilingual, bilingualProblem } from './bilingual.ts'
import { type Changed, changed, changeRow, type Removed, removeRow, type Versioned } from './changed.ts'
import { given, type Optional } from './given.ts'
import { readIsbn } from './isbn.ts'
import { findWave } from './subject.ts'

interface PublicationParts {
  readonly title: Bilingual
  readonly year: number
  readonly authors: readonly string[]
  /** Null takes it away. */
  readonly isbn: string
  /** Null takes it away. */
  readonly link: string
}

/** A publication to name. */
export type NewPublication = Optional<PublicationParts> &
  Pick<PublicationParts, 'title' | 'year' | 'authors'> & { readonly wave: string }

/** What is to be different in a publication. */
export type PublicationChange = Optional<PublicationParts> & Versioned

/** Names a publication on a wave. */
export async function createPublication(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  { wave: code, ...parts }: NewPublication,
): Promise<Changed<Publication> | UserProblem> {
  const problem = partsProblem(parts)
  if (problem !== undefined) return problem
  const wave = await findWave(prisma, viewer, code)
  if ('kind' in wave) return wave
  const { year } = parts
  const data = { waveId: wave.id, ...columns(parts), year, authors: [...parts.authors] }
  return changed(await prisma.publication.create({ data }))
}

/** Changes a publication. */
export async function changePublication(
  prisma: Prisma.TransactionClient,
  { id, version, ...parts }: PublicationChange,
): Promise<Changed<Publication> | UserProblem> {
  const problem = partsProblem(parts)
  return problem ?? changeRow(prisma.publication, 'publication', { id, version }, columns(parts))
}

/** Removes a publication. */
export function removePublication(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.publication, 'publication', read)
}

function columns({ title, year, authors, isbn, link }: Optional<PublicationParts>) {
  return {
    ...(title && { titleNl: title.nl, titleEn: title.en }),
    ...given({ year, authors: authors && [...authors] }),
    ...(isbn !== undefined && { isbn: isbn === null ? null : readIsbn(isbn)! }),
    ...(link !== undefined && { link }),
  }
}

function partsProblem({
  title,
  year,
  authors,
  isbn,
  link,
}: Optional<PublicationParts>): UserProblem | undefined {
  const wrong = (field: string, message: string) => userProblem('INVALID_INPUT', field, message)
  if (year != null && (year < 1900 || year > 2200))
    return wrong('year', `${year} is no year of publication; give one from 1900 to 2200.`)
  if (authors?.length === 0)
    return wrong('authors', 'There is no author; name one or more, or who published it.')
  if (authors?.some((author) => isBlank(author) || author.length > 200)) {
    return wrong('authors', 'The name of an author is empty or longer than 200 characters.')
  }
  if (isbn && readIsbn(isbn) === undefined) {
    return wrong(
      'isbn',
      `"${isbn}" is no ISBN: it has 10 or 13 digits, of which the last proves the others. Look for a slip.`,
    )
  }
  if (link && !isLink(link))
    return wrong('link', `"${link}" is no address that starts with https:// or http:// and has no spaces.`)
  return bilingualProblem('title', title)
}

function isLink(text: string): boolean {
  const isPlain = text.length <= 2000 && !/[\s\p{Cc}\p{Cf}]/u.test(text)
  return isPlain && URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)
}
