import { parseArgs } from 'node:util'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'
import { storeSurvey } from './import/import-survey.ts'
import { readSurvey, type SurveyProblem } from './import/read-survey.ts'
import { progressLine, publishing } from './progress-line.ts'
import { endThreads } from './release/worker-threads.ts'

const usage = `Usage: npm run import -- CODEBOOK.json [--publish] [--dry-run]

Imports a codebook and the CSV files of answers it names: all of it, or nothing and a list of what is wrong.
The codebook format is described by docs/codebook.schema.json; docs/import.md shows an example.

  --publish   publish the waves that have answers
  --dry-run   only check, import nothing
  --help      show this

DATABASE_URL or DATA_DIR say where to, as for npm start.
Exit code: 0 imported, 1 something is wrong in the files, 2 wrong use.
`

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { publish: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const [file, ...more] = positionals
  if (values.help || file === undefined || more.length > 0) {
    process.stdout.write(usage)
    return values.help ? 0 : 2
  }
  const survey = await readSurvey(file)
  if ('problems' in survey) return report(survey.problems)
  const line = progressLine(process.stderr)
  const database = await openDatabase(readConfiguration(process.env))
  try {
    const dryRun = values['dry-run'] ?? false
    const outcome = await storeSurvey(database, survey, file, {
      publish: values.publish ?? false,
      dryRun,
      progress: publishing(line),
    })
    line.clear()
    if ('problems' in outcome) return report(outcome.problems)
    for (const { code, respondents } of outcome.waves) {
      process.stdout.write(`${code}: ${respondents} respondents${dryRun ? ' (checked only)' : ''}\n`)
    }
    return 0
  } finally {
    await endThreads()
    await database.close()
  }
}

/** Prints a line per problem. */
function report(problems: readonly SurveyProblem[]): number {
  for (const problem of problems) {
    const place = [problem.row === null ? '' : `row ${problem.row}`, problem.column ?? ''].filter(Boolean)
    const line = `${problem.file}: ${[...place, problem.code, problem.message].join(': ')}`
    process.stdout.write(`${line.replaceAll(/\s+/g, ' ')}\n`)
  }
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  process.stdout.write(`${count}; nothing was imported.\n`)
  return 1
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
