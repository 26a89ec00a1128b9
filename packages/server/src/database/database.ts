import type { PrismaClient } from '../generated/prisma/client.ts'

/** Runs SQL beside Prisma: migrations, and what its query language cannot say. */
export interface SqlRunner {
  /** Runs one or more statements without parameters. */
  execute(sql: string): Promise<void>
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

/** An open database, embedded or not. */
export interface Database {
  readonly prisma: PrismaClient<'query'>
  readonly kind: 'embedded' | 'postgresql'
  /** Runs `work` on one connection that no other process migrates through at the same time. */
  withSql<Result>(work: (sql: SqlRunner) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}
