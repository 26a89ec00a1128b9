import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { withDatabase } from '../testing/global-setup.ts'
import { goodAnswers, header, smallCodebook, surveyFolder } from './testing/small-survey.ts'

const { server, empty } = inject('templates')

/** As many rows as take a while to write. */
const many = 60_000
const answers = [header, ...Array.from({ length: many }, (_, index) => `${index},a,1,7,1,0,,1`)].join('\n')

const command = fileURLToPath(new URL('../import-command.ts', import.meta.url))

function startImport(url: string, codebook: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: url }
  return spawn(process.execPath, ['--import', 'tsx', command, codebook], { env, stdio: 'ignore' })
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  return client
}

/** Waits until some other connection to this database does, or none does, what its last statement says. */
async function until(client: pg.Client, statement: string, running: boolean): Promise<void> {
  const sql =
    'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE $1'
  for (;;) {
    const { rowCount } = await client.query(sql, [`%${statement}%`])
    if ((rowCount ?? 0) > 0 === running) return
    await wait(10)
  }
}

const kept = async (client: pg.Client) =>
  (
    await client.query(
      'SELECT (SELECT count(*)::int FROM "Wave") AS waves, (SELECT count(*)::int FROM "Variable") AS variables, (SELECT count(*)::int FROM "Respondent") AS respondents, (SELECT count(*)::int FROM "ImportedFile") AS files',
    )
  ).rows[0]

test.skipIf(server === null)('a process that is killed while it writes leaves nothing behind', async () => {
  const name = `${empty}_killed_${process.pid}`
  const admin = await connect(server!)
  onTestFinished(() => admin.end())
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${empty}`)
  const url = withDatabase(server!, name)
  const client = await connect(url)
  onTestFinished(() => client.end())

  const killed = startImport(url, await surveyFolder(smallCodebook(), { 'answers.csv': answers }))
  await until(client, 'INSERT INTO "Respondent"', true)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  await until(client, '', false)
  expect(killed.signalCode).toBe('SIGKILL')
  expect(await kept(client)).toEqual({ waves: 0, variables: 0, respondents: 0, files: 0 })

  const next = startImport(url, await surveyFolder(smallCodebook(), { 'answers.csv': goodAnswers }))
  await once(next, 'exit')
  expect(next.exitCode).toBe(0)
  expect(await kept(client)).toEqual({ waves: 1, variables: 6, respondents: 12, files: 1 })
})
