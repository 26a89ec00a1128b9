import { type UserProblem, userProblem } from '../access/user-problem.ts'

/** A row that people may change at once. */
export interface Versioned {
  readonly id: string
  readonly version: number
}

/** What was made or changed. */
export interface Changed<Row> {
  readonly kind: 'changed'
  readonly row: Row
}

/** The id of what was removed, and what that was. */
export interface Removed {
  readonly kind: 'removed'
  readonly id: string
  readonly row: object | null
}

/** What of Prisma's models changes and removes rows. */
interface Rows<Row, Data> {
  findUnique(args: { where: { id: string } }): PromiseLike<Row | null>
  updateManyAndReturn(args: { where: Versioned; data: Data }): PromiseLike<Row[]>
  deleteMany(args: { where: Versioned }): PromiseLike<{ count: number }>
}

/** Says what was made or changed. */
export function changed<Row>(row: Row): Changed<Row> {
  return { kind: 'changed', row }
}

/**
 * Changes a row that is still as it was read.
 *
 * @param what what to call it to people, such as `reflection`
 */
export async function changeRow<Row extends Versioned, Data extends object>(
  rows: Rows<Row, Data & { version: { increment: 1 } }>,
  what: string,
  { id, version }: Versioned,
  data: Data,
): Promise<Changed<Row> | UserProblem> {
  const where = { id, version }
  const [row] = await rows.updateManyAndReturn({ where, data: { ...data, version: { increment: 1 } } })
  return row === undefined ? whyNot(rows, what, where, data) : changed(row)
}

/** Removes a row that is still as it was read. */
export async function removeRow<Row extends Versioned>(
  rows: Pick<Rows<Row, never>, 'findUnique' | 'deleteMany'>,
  what: string,
  { id, version }: Versioned,
): Promise<Removed | UserProblem> {
  const where = { id, version }
  const row = await rows.findUnique({ where: { id } })
  const { count } = await rows.deleteMany({ where })
  return count === 1 ? { kind: 'removed', id, row } : whyNot(rows, what, where, {})
}

async function whyNot<Row extends Versioned>(
  rows: Pick<Rows<Row, never>, 'findUnique'>,
  what: string,
  { id, version }: Versioned,
  wanted: object,
): Promise<UserProblem> {
  const now = await rows.findUnique({ where: { id } })
  if (now === null) return notFound(what, id)
  const columns = new Map<string, unknown>(Object.entries(now))
  const different = Object.entries(wanted)
    .filter(([name, value]) => value !== undefined && differs(columns.get(name), value))
    .map(([name]) => nowSaid(name, columns.get(name)))
  const message = [
    `Somebody changed this ${what} since you read version ${version}: it is version ${now.version} now.`,
    ...(different.length > 0 ? [`Other than you ask, ${different.join(', ')}.`] : []),
    'Read it again, and change that version.',
  ]
  return userProblem('CONFLICT', 'version', message.join(' '))
}

/** What a column holds now, by the name that its input has; of what is named by its id, only that it is another. */
function nowSaid(column: string, value: unknown): string {
  if (column.endsWith('Id')) return `${column.slice(0, -2)} is another now`
  const field = column.replace(/(Nl|En)$/, (language) => `.${language.toLowerCase()}`)
  return `${field} is now ${JSON.stringify(value)}`
}

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)

/** That there is no such thing to change. */
export function notFound(what: string, id: string): UserProblem {
  return userProblem(
    'NOT_FOUND',
    'id',
    `There is no ${what} "${id}" that you may change. Ask for it again to find its id.`,
  )
}
