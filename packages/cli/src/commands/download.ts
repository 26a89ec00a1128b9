import { createWriteStream, rmSync } from 'node:fs'
import { lstat, rename } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PeoClientOptions } from '@peo/sdk'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connection } from '../connect.ts'
import { CommandError, exitCodes } from '../exit-codes.ts'
import { away, openAddress, patience } from '../open-address.ts'
import { languageOf, language as languages, where } from '../options.ts'
import { progressBar } from '../print/progress-bar.ts'
import { unwritable } from '../unwritable.ts'

const options = {
  format: {
    choices: ['csv', 'sav', 'parquet', 'sss.zip', 'ddi.xml'],
    default: 'csv',
    description: 'sav: SPSS; sss.zip: Triple-S; ddi.xml: a description',
  },
  labels: { type: 'boolean', default: false, description: 'in CSV, labels in place of codes' },
  out: { type: 'string', description: 'the file to write [<wave>.<format>]' },
  stdout: { type: 'boolean', default: false, description: 'write to standard output, no file' },
  ...languages,
  ...where,
} as const

type Given = InferredOptionTypes<typeof options> & { readonly wave: string }

/** `peo download peo-2022 --format sav` */
export const downloadCommand = {
  command: 'download <wave>',
  describe: 'the anonymised answers of a wave, for researchers',
  builder: (yargs: Argv) =>
    yargs
      .positional('wave', { type: 'string', demandOption: true, describe: 'code of the wave' })
      .options(options)
      .check(checkTarget),
  async handler({
    wave,
    format,
    out,
    stdout,
    labels,
    language,
    ...given
  }: ArgumentsCamelCase<Given>): Promise<void> {
    const asked = new URLSearchParams({ language: languageOf(language), ...(labels && { labels: 'true' }) })
    const path = `waves/${encodeURIComponent(wave)}/respondents.${format}?${asked}`
    const service = await connection(given)
    const { body, waiting } = await fileAt(service, path)
    const read = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    let failed: 'reading' | 'writing' | undefined
    // What fails ends the other with the same error.
    read.once('error', () => (failed ??= 'reading'))
    if (stdout) {
      // Whoever reads may take their time.
      clearTimeout(waiting)
      return pipeline(read, process.stdout, { end: false }).catch((error) => {
        if (error.code === 'EPIPE') return
        throw failed === 'reading' ? away(service) : error
      })
    }
    const file = out ?? `${wave}.${format}`
    const bar = progressBar(process.stderr)
    let bytes = 0
    const count = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length
        waiting.refresh()
        bar.show(`${file}: ${(bytes / 1e6).toFixed(1)} MB`)
        done(null, chunk)
      },
    })
    // Half a file never has the name of a whole one.
    const part = (await isReplaced(file)) ? `${file}.${process.pid}.part` : undefined
    const stop = (signal: NodeJS.Signals) => {
      if (part) remove(part)
      process.off(signal, stop).kill(process.pid, signal)
    }
    for (const signal of signals) process.once(signal, stop)
    const write = part ? createWriteStream(part, { flags: 'wx' }) : createWriteStream(file)
    write.once('error', () => (failed ??= 'writing'))
    try {
      await pipeline(read, count, write)
      if (part) await rename(part, file)
    } catch (error) {
      if (part) remove(part)
      throw failed === 'reading' ? away(service) : unwritable(file, error)
    } finally {
      clearTimeout(waiting)
      for (const signal of signals) process.off(signal, stop)
      bar.clear()
    }
    process.stderr.write(`${file}: ${bytes} bytes\n`)
  },
}

function checkTarget({ format, labels, out, stdout }: { readonly [name: string]: unknown }): true {
  if (labels && format !== 'csv')
    throw new CommandError(
      exitCodes.usage,
      `--labels is for csv; ${format} says labels in its own way, so leave it out.`,
    )
  if (stdout && out !== undefined)
    throw new CommandError(exitCodes.usage, `--stdout writes no file, and --out names ${out}; leave one out.`)
  return true
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The file at a path of the service, and the timer that breaks it off unless it is refreshed in time. Whatever answers
 * in its place, such as a page to sign in at, is none.
 */
async function fileAt(service: PeoClientOptions, path: string) {
  const end = new AbortController()
  const waiting = setTimeout(() => end.abort(), patience)
  const { body, headers } = await openAddress(service, path, { signal: end.signal }).catch((error) => {
    clearTimeout(waiting)
    throw end.signal.aborted ? away(service) : error
  })
  if (headers.has('content-disposition')) return { body, waiting }
  clearTimeout(waiting)
  await body?.cancel()
  throw new CommandError(exitCodes.later, `${service.url} gave no file of answers, but something else.`)
}

function remove(part: string): void {
  try {
    rmSync(part, { force: true })
  } catch {
    // Where it could not be made, it cannot be removed either.
  }
}

/** Whether a name is free or a file's. A device, a pipe or a link stays what it is, and is written to. */
async function isReplaced(file: string): Promise<boolean> {
  const there = await lstat(file).catch(() => undefined)
  return there === undefined || there.isFile()
}
