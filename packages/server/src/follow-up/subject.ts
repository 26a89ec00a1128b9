import { knownWaves } from '../access/known-waves.ts'
import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { ownOrVariableLists, questionLists } from '../codebook/answer-lists.ts'
import type { Viewer } from '../context.ts'
import { Prisma, type Wave } from '../generated/prisma/client.ts'

/** A table by its arguments. */
export interface SubjectTable {
  readonly rows: string
  readonly columns: readonly string[]
  readonly filter: readonly { readonly variable: string; readonly categories: readonly string[] }[]
}

/** What somebody says that something is about: a wave, or a question or a table of it. */
export interface SubjectInput {
  readonly wave: string
  readonly question?: string | null | undefined
  readonly table?: TableArguments | null | undefined
}

interface TableArguments extends Pick<SubjectTable, 'rows'> {
  readonly columns?: readonly string[] | null | undefined
  readonly filter?: SubjectTable['filter'] | null | undefined
}

/** The same, as columns of a row. */
export interface Subject {
  readonly kind: 'subject'
  readonly columns: {
    readonly waveId: string
    readonly questionId: string | null
    readonly table: Prisma.InputJsonObject | typeof Prisma.DbNull
  }
}

/** More variables than any table has. */
const mostVariables = 6

/** Finds a wave that a viewer may know of. */
export async function findWave(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  code: string,
  field = 'wave',
): Promise<Wave | UserProblem> {
  const wave = await prisma.wave.findUnique({ where: { code, ...knownWaves(viewer) } })
  const message = `There is no wave "${code}". The query waves lists them.`
  return wave ?? userProblem('UNKNOWN_WAVE', field, message)
}

/** The columns that say what something in a wave is about, or why it cannot be about that. */
export async function readSubject(
  prisma: Prisma.TransactionClient,
  { id: waveId, code }: Pick<Wave, 'id' | 'code'>,
  { question, table }: SubjectInput,
): Promise<Subject | UserProblem> {
  if (question && table) {
    return userProblem('INVALID_INPUT', 'table', 'Give a question or a table, not both.')
  }
  const asked = await askedQuestions(prisma, waveId)
  const unknown = (field: string, variable: string) =>
    userProblem('INVALID_INPUT', field, `"${variable}" is no question of ${code}. Wave.questions lists them.`)
  const found = question ? asked.get(question) : undefined
  if (question && found === undefined) return unknown('question', question)
  if (question && found?.isBoundary) return boundaryProblem('question', question)
  if (!table) {
    return { kind: 'subject', columns: { waveId, questionId: found?.id ?? null, table: Prisma.DbNull } }
  }
  const given = orderedTable(table)
  const variables = [given.rows, ...given.columns, ...given.filter.map(({ variable }) => variable)]
  if (variables.length > mostVariables || new Set(variables).size < variables.length) {
    const message = `A table takes each variable once, and ${mostVariables} at most.`
    return userProblem('INVALID_INPUT', 'table', message)
  }
  const strange = variables.find((variable) => !asked.has(variable))
  if (strange !== undefined) return unknown('table', strange)
  const own = variables.find((variable) => asked.get(variable)!.isBoundary)
  if (own !== undefined) return boundaryProblem('table', own)
  const problem = given.filter
    .map((one) => categoryProblem(one, asked.get(one.variable)!.codes))
    .find(Boolean)
  return problem ?? { kind: 'subject', columns: { waveId, questionId: null, table: tableColumn(given) } }
}

function boundaryProblem(field: string, variable: string): UserProblem {
  const message = `Results by "${variable}" are for one organisation each, and what is said of them is for everyone. Leave it out.`
  return userProblem('INVALID_INPUT', field, message)
}

/** A table as it is stored and looked up: the same, however its filter was ordered. */
export function tableColumn(table: TableArguments): Prisma.InputJsonObject {
  const { rows, columns, filter } = orderedTable(table)
  return {
    rows,
    columns: [...columns],
    filter: filter.map((one) => ({ ...one, categories: [...one.categories] })),
  }
}

function orderedTable({ rows, columns, filter }: TableArguments): SubjectTable {
  const ordered = (filter ?? []).map(({ variable, categories }) => ({
    variable,
    categories: [...new Set(categories)].sort(),
  }))
  return {
    rows,
    columns: columns ?? [],
    filter: ordered.sort((one, other) => (one.variable < other.variable ? -1 : 1)),
  }
}

interface AskedQuestion {
  readonly id: string
  readonly isBoundary: boolean
  readonly codes: ReadonlySet<string>
}

async function askedQuestions(
  prisma: Prisma.TransactionClient,
  waveId: string,
): Promise<ReadonlyMap<string, AskedQuestion>> {
  const questions = await prisma.question.findMany({
    where: { waveId },
    select: {
      id: true,
      ...ownOrVariableLists,
      variable: { select: { code: true, ...ownOrVariableLists.variable.select } },
    },
  })
  return new Map(
    questions.map((question) => {
      const { categories, nets } = questionLists(question)
      const codes = new Set([...categories.map(({ code }) => code), ...nets.map(({ code }) => `net:${code}`)])
      const { code, partnerBoundary } = question.variable
      return [code, { id: question.id, isBoundary: partnerBoundary, codes }]
    }),
  )
}

function categoryProblem(
  { variable, categories }: SubjectTable['filter'][number],
  codes: ReadonlySet<string>,
): UserProblem | undefined {
  const strange = categories.find((code) => !codes.has(code))
  if (strange === undefined && categories.length > 0) return undefined
  const what = strange === undefined ? 'no category' : JSON.stringify(strange)
  const message = `The filter on "${variable}" names ${what}; it takes ${[...codes].join(', ') || 'none'}.`
  return userProblem('INVALID_INPUT', 'table', message)
}

/** What a list is narrowed to: a question, a table, or neither. */
export function aboutWhere({ question, table }: Omit<SubjectInput, 'wave'>) {
  return {
    ...(question && { question: { variable: { code: question } } }),
    ...(table && { table: { equals: tableColumn(table) } }),
  }
}
