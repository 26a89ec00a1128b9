import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connect } from '../connect.ts'
import { language, languageOf, where } from '../options.ts'
import { listFormat, printList } from '../print/print-list.ts'

const options = { ...listFormat, ...language, ...where } as const

/** `peo waves` */
export const wavesCommand = {
  command: 'waves',
  describe: 'the waves, the earliest first',
  builder: (yargs: Argv) => yargs.options(options),
  async handler(given: ArgumentsCamelCase<InferredOptionTypes<typeof options>>): Promise<void> {
    const waves = await (await connect(given)).waves({ language: languageOf(given.language) })
    const rows = waves.map(({ code, title, status, fieldworkFrom, fieldworkTo, release }) => ({
      ...{ code, title, status, from: fieldworkFrom ?? '', to: fieldworkTo ?? '' },
      respondents: release?.respondents ?? '',
    }))
    process.stdout.write(
      printList(['code', 'title', 'status', 'from', 'to', 'respondents'], rows, given.format),
    )
  },
}
