import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PeoClientOptions } from '@peo/sdk'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connection } from '../connect.ts'
import { CommandError, exitCodes } from '../exit-codes.ts'
import { type Failure, failed, openAddress, saidBy } from '../open-address.ts'
import { listed, where } from '../options.ts'
import { type ImportOutcome, importReport } from '../print/import-report.ts'
import { progressBar } from '../print/progress-bar.ts'
import { unreadable } from '../unreadable.ts'
import { watchProgress } from '../watch-progress.ts'

const options = {
  wave: { type: 'string', demandOption: true, description: 'code of the wave that the answers are of' },
  format: {
    choices: ['csv', 'sav', 'limesurvey', 'triple_s'],
    // Given twice, it is a list.
    coerce: (format: unknown) => String(format).toLowerCase().replaceAll('-', '_'),
    description: 'what the file is [seen from what is in it]',
  },
  data: { type: 'string', description: 'with a Triple-S definition, the file of its answers' },
  'leave-out': { type: 'string', array: true, nargs: 1, description: 'columns that the wave does not take' },
  'dry-run': {
    type: 'boolean',
    default: false,
    description: 'only check; say what each column was understood as',
  },
  ...where,
} as const

type Given = InferredOptionTypes<typeof options> & { readonly file: string }

const mutation = `mutation Import($input: ImportAnswersInput!) { importAnswers(input: $input) {
  respondents already moreProblems columns { column understood } problems { row column message } errors { code message }
} }`

/** `peo import answers.csv --wave peo-2024` */
export const importCommand = {
  command: 'import <file>',
  describe: 'answers that were collected elsewhere, for staff: all of a file, once, or nothing',
  builder: (yargs: Argv) =>
    yargs
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe: 'CSV, SPSS, LimeSurvey or Triple-S',
      })
      .options(options)
      .example(
        '$0 import answers.sav --wave peo-2024 --dry-run',
        'says what is wrong with it, changes nothing',
      ),
  async handler(given: ArgumentsCamelCase<Given>): Promise<void> {
    const service = await connection(given)
    const bar = progressBar(process.stderr)
    const watching = new AbortController()
    const watched = watchProgress(service, given.wave, bar, watching.signal)
    const outcome = await send(service, given).finally(async () => {
      watching.abort()
      await watched
      bar.clear()
    })
    process.stdout.write(importReport(given.file, outcome, given.dryRun))
    if (outcome.respondents === null || outcome.errors.length > 0) {
      const isOfFile = outcome.errors.every(({ code }) => code === 'INVALID_INPUT')
      const exitCode = isOfFile ? exitCodes.data : exitCodes.refused
      throw new CommandError(exitCode, `${given.file} was not imported; nothing was changed.`)
    }
  },
}

/** As the GraphQL multipart request specification has it. */
async function send(service: PeoClientOptions, given: ArgumentsCamelCase<Given>): Promise<ImportOutcome> {
  const files = [given.file, ...(given.data === undefined ? [] : [given.data])]
  const names = ['file', 'data'].slice(0, files.length)
  const leaveOut = listed(given.leaveOut)
  const input = {
    wave: given.wave,
    dryRun: given.dryRun,
    ...(given.format && { format: given.format.toUpperCase() }),
    ...(leaveOut.length > 0 && { leaveOut }),
    ...Object.fromEntries(names.map((name) => [name, null])),
  }
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: mutation, variables: { input } }))
  form.set(
    'map',
    JSON.stringify(Object.fromEntries(names.map((name) => [name, [`variables.input.${name}`]]))),
  )
  for (const [index, file] of files.entries()) {
    const bytes = await readFile(file).catch((error) => {
      throw unreadable(file, error)
    })
    form.set(names[index]!, new Blob([bytes]), path.basename(file))
  }
  const headers = { 'x-peo-client': 'peo', 'idempotency-key': randomUUID(), accept: 'application/json' }
  const lost = new CommandError(
    exitCodes.later,
    `${service.url} did not say whether ${given.file} was imported. Import it again: a file is imported once.`,
  )
  const response = await openAddress(service, 'graphql', { method: 'POST', headers, body: form, lost })
  const answer = await saidBy<Failure & { readonly data: { readonly importAnswers?: ImportOutcome } | null }>(
    response,
  )
  const outcome = answer.data?.importAnswers
  if (Array.isArray(outcome?.errors)) return outcome
  if (Array.isArray(answer.errors)) throw failed(answer, response.status, 'The service gave no answer.')
  throw lost
}
