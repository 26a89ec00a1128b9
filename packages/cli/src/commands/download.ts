import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connection } from '../connect.ts'
import { away, openAddress } from '../open-address.ts'
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
      .options(options),
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
    const { body } = await openAddress(service, path)
    const read = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    let isCut = false
    read.once('error', () => (isCut = true))
    if (stdout) {
      return pipeline(read, process.stdout, { end: false }).catch((error) => {
        throw isCut ? away(service) : error
      })
    }
    const file = out ?? `${wave}.${format}`
    const bar = progressBar(process.stderr)
    let bytes = 0
    const count = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length
        bar.show(`${file}: ${(bytes / 1e6).toFixed(1)} MB`)
        done(null, chunk)
      },
    })
    // Half a file never has the name of a whole one.
    const part = `${file}.part`
    try {
      await pipeline(read, count, createWriteStream(part))
      await rename(part, file)
    } catch (error) {
      await rm(part, { force: true })
      throw isCut ? away(service) : unwritable(file, error)
    } finally {
      bar.clear()
    }
    process.stderr.write(`${file}: ${bytes} bytes\n`)
  },
}
