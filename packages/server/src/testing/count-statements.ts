import type { Database } from '../database/database.ts'

/** Runs work and lists the SQL statements that Prisma sent meanwhile, transaction control left out. */
export async function countStatements<Result>(database: Database, work: () => Promise<Result>) {
  const statements: string[] = []
  let listening = true
  database.prisma.$on('query', ({ query }) => {
    if (listening && !/^(BEGIN|COMMIT|ROLLBACK)/.test(query)) statements.push(query)
  })
  const result = await work()
  listening = false
  return { statements, result }
}
