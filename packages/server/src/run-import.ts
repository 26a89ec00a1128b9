import { parseArgs } from 'node:util'
import type { CommandContext } from './command-context.ts'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'
import { type AnswerFile, fileOnDisk } from './import/answer-file.ts'
import { draftAnswers } from './import/draft-answers.ts'
import { type ImportAnswersOptions, importAnswers } from './import/import-answers.ts'
import { storeSurvey } from './import/import-survey.ts'
import { type AnswerFormat, answerFormats } from './import/open-answers.ts'
import { type ImportProgress, readSurvey, type SurveyProblem } from './import/read-survey.ts'
import type { UnderstoodColumn } from './import/source-table.ts'
import { type TakeBackOptions, takeBackAnswers } from './import/take-back-answers.ts'
import { type ProgressLine, progressLine, publishing } from './progress-line.ts'
import { endThreads } from './release/worker-threads.ts'

const usage = `Usage: npm run import -- CODEBOOK.json [--publish] [--dry-run]
       npm run import -- ANSWERS --wave CODE [--format FORMAT] [--leave-out CODES] [--dry-run | --take-back [--reviewed-too]]
       npm run --silent import -- ANSWERS --draft CODE [--format FORMAT] > CODEBOOK.json

Imports a codebook and the files of answers it names, or a file of answers into a wave that is there: all of it, or
nothing and a list of what is wrong. The same file is imported once.
The codebook format is described by docs/codebook.schema.json; docs/import.md shows an example.

  --wave CODE      the wave that the answers are of
  --draft CODE     print a codebook of such a wave, drafted from a file of answers, to complete
  --format FORMAT  what the file of answers is: ${answerFormats.join(', ')}; otherwise seen from what is in it
  --leave-out A,B  columns that the wave does not take, as --dry-run names them
  --publish        publish the waves that have answers
  --take-back      take a file that was imported out of its wave again
  --reviewed-too   also where somebody reviewed answers in words of it already
  --dry-run        only check, import nothing; says what each column was understood as
  --help           show this

DATABASE_URL or DATA_DIR say where to, as for npm start.
Exit code: 0 imported, 1 something is wrong in the files, 2 wrong use.
`

/** A command that runs: what it tells, and how far it is. */
interface Running extends CommandContext {
  readonly line: ProgressLine
  readonly progress: ImportProgress
}

/**
 * Runs `npm run import`.
 *
 * @param args what stands behind it
 * @returns its exit code
 */
export async function runImport(args: readonly string[], context: CommandContext): Promise<number> {
  const line = progressLine(context.stderr)
  const progress: ImportProgress = (wave, stage, rows) => line.show(`${wave}: ${rows} rows ${stage}`)
  try {
    return await run(args, { ...context, line, progress })
  } catch (error) {
    // What a draft prints to standard output becomes a file.
    const to = args.includes('--draft') ? context.stderr : context.stdout
    to.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

async function run(args: readonly string[], running: Running): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      wave: { type: 'string' },
      draft: { type: 'string' },
      format: { type: 'string' },
      'leave-out': { type: 'string' },
      publish: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      'take-back': { type: 'boolean' },
      'reviewed-too': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const [name, ...more] = positionals
  const { wave, draft, help, publish = false, 'dry-run': dryRun = false } = values
  if (help || name === undefined || more.length > 0) {
    running.stdout.write(usage)
    return help ? 0 : 2
  }
  const format = answerFormats.find((one) => one === values.format)
  if (values.format !== undefined && format === undefined)
    throw new Error(`--format ${values.format} is not known; it takes ${answerFormats.join(', ')}`)
  if (wave === undefined && draft === undefined) {
    if (!/\.json$/i.test(name))
      throw new Error(
        `${name} is no codebook (.json); name its wave with --wave, or draft a codebook with --draft`,
      )
    return importCodebook(running, name, { publish, dryRun })
  }
  if (publish) throw new Error('--publish goes with a codebook; publish a wave with answers from GraphiQL')
  const file = await fileOnDisk(name)
  if (file === undefined) throw new Error(`there is no file ${name}`)
  const leaveOut = values['leave-out']?.split(',').map((code) => code.trim())
  if (draft !== undefined) return draftFile(running, file, draft, format)
  const options = { format, leaveOut, progress: running.progress, by: 'command line' } as const
  if (!values['take-back']) return importFile(running, file, wave!, { ...options, dryRun })
  if (dryRun) throw new Error('--dry-run does not go with --take-back')
  return takeBackFile(running, file, wave!, { ...options, reviewedToo: values['reviewed-too'] })
}

async function importCodebook(running: Running, name: string, { publish = false, dryRun = false }) {
  const { line, progress, stdout } = running
  const survey = await readSurvey(name, progress)
  line.clear()
  if ('problems' in survey) return report(stdout, survey.problems)
  for (const { columns } of survey.answers.values()) if (dryRun) tell(stdout, columns)
  const options = { publish, dryRun, progress: publishing(line), rows: progress }
  const outcome = await withDatabase(running, (database) => storeSurvey(database, survey, name, options))
  if ('problems' in outcome) return report(stdout, outcome.problems)
  const done = outcome.already ? () => 'imported already, nothing was changed' : counted(dryRun)
  for (const wave of outcome.waves) say(stdout, `${wave.code}: ${done(wave)}`)
  return 0
}

async function importFile(running: Running, file: AnswerFile, wave: string, options: ImportAnswersOptions) {
  const { stdout } = running
  const { dryRun = false } = options
  const outcome = await withDatabase(running, (database) => importAnswers(database, wave, file, options))
  if (dryRun) tell(stdout, outcome.columns)
  if ('problems' in outcome) return report(stdout, outcome.problems)
  say(
    stdout,
    `${wave}: ${outcome.already ? 'imported already, nothing was changed' : counted(dryRun)(outcome)}`,
  )
  return 0
}

async function takeBackFile(running: Running, file: AnswerFile, wave: string, options: TakeBackOptions) {
  const outcome = await withDatabase(running, ({ prisma }) => takeBackAnswers(prisma, wave, file, options))
  if ('problems' in outcome) return report(running.stdout, outcome.problems, 'changed')
  say(running.stdout, `${wave}: ${outcome.respondents} respondents taken back`)
  return 0
}

async function draftFile(
  { stdout, stderr }: Running,
  file: AnswerFile,
  wave: string,
  format: AnswerFormat | undefined,
) {
  const draft = await draftAnswers(file, wave, format)
  if ('problems' in draft) {
    const problems = draft.problems.map((problem) => ({ file: file.name, ...problem }))
    return report(stderr, problems, 'drafted')
  }
  stdout.write(`${JSON.stringify(draft.codebook, null, 2)}\n`)
  return 0
}

async function withDatabase<Outcome>(
  { env, line }: Running,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Outcome>,
): Promise<Outcome> {
  const database = await openDatabase(readConfiguration(env))
  try {
    return await work(database)
  } finally {
    line.clear()
    await endThreads()
    await database.close()
  }
}

function counted(dryRun: boolean) {
  return ({ respondents }: { readonly respondents: number }) =>
    `${respondents} respondents${dryRun ? ' (checked only)' : ''}`
}

type Out = CommandContext['stdout']

function say(to: Out, text: string): void {
  to.write(`${text.replaceAll(/\s+/g, ' ')}\n`)
}

function tell(to: Out, columns: readonly UnderstoodColumn[]): void {
  for (const { column, understood } of columns) say(to, `${column}: ${understood}`)
}

/** Prints a line per problem. */
function report(to: Out, problems: readonly SurveyProblem[], done = 'imported'): number {
  for (const problem of problems) {
    const place = [problem.row === null ? '' : `row ${problem.row}`, problem.column ?? ''].filter(Boolean)
    say(to, `${problem.file}: ${[...place, problem.code, problem.message].join(': ')}`)
  }
  say(to, `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}; nothing was ${done}.`)
  return 1
}
