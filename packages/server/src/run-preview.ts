import { parseArgs } from 'node:util'
import { createApp } from './app.ts'
import type { CommandContext } from './command-context.ts'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'
import type { PrismaClient } from './generated/prisma/client.ts'
import { askPreview } from './preview/ask-preview.ts'
import { previewText } from './preview/preview-text.ts'
import { watchProgress } from './progress/watch-progress.ts'
import { type ProgressLine, progressLine } from './progress-line.ts'
import { endThreads } from './release/worker-threads.ts'

const usage = `Usage: npm run preview -- WAVE [--language nl|en] [--json]

Shows what publishing a wave would withhold, why, what that costs in numbers shown, and what other choices would
keep. Nothing is published. It tells what readers may not know: keep it among staff.

  --language  of the labels, nl unless you say en
  --json      everything as JSON, for programs
  --help      show this

DATABASE_URL or DATA_DIR say where the wave is, as for npm start.
Exit code: 0 shown, 1 the wave has no preview, 2 wrong use.
`

/**
 * Runs `npm run preview`.
 *
 * @param args what stands behind it
 * @returns its exit code
 */
export async function runPreview(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    return await run(args, context)
  } catch (error) {
    context.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

async function run(args: readonly string[], { env, stdout, stderr }: CommandContext): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'nl' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const [wave, ...more] = positionals
  if (values.help || wave === undefined || more.length > 0) {
    stdout.write(usage)
    return values.help ? 0 : 2
  }
  if (values.language !== 'nl' && values.language !== 'en') {
    stdout.write(`--language is "${values.language}"; give nl or en.\n`)
    return 2
  }
  const database = await openDatabase(readConfiguration(env))
  try {
    const app = createApp(database, { viewer: { role: 'STAFF' } })
    const language = values.language === 'nl' ? 'NL' : 'EN'
    const preview = await withProgress(database.prisma, wave, stderr, () => askPreview(app, wave, language))
    if ('code' in preview) {
      stdout.write(`${preview.message}\n`)
      return 1
    }
    stdout.write(values.json ? `${JSON.stringify(preview, null, 2)}\n` : previewText(preview))
    return 0
  } finally {
    await endThreads()
    await database.close()
  }
}

/** Shows on a terminal how far the threads are. */
async function withProgress<Result>(
  prisma: PrismaClient,
  wave: string,
  stderr: CommandContext['stderr'],
  work: () => Promise<Result>,
): Promise<Result> {
  const line = progressLine(stderr)
  const done = new AbortController()
  const showing = showProgress(prisma, wave, line, done.signal)
  try {
    return await work()
  } finally {
    done.abort()
    await showing
    line.clear()
  }
}

/** A preview is work of several parts. */
async function showProgress(prisma: PrismaClient, wave: string, line: ProgressLine, done: AbortSignal) {
  while (!done.aborted) {
    for await (const progress of watchProgress(prisma, wave, done)) {
      const stage = progress.stage.toLowerCase().replace('_', ' ')
      line.show(`${wave}: ${stage}, ${progress.done} of ${progress.of} questions`)
    }
  }
}
