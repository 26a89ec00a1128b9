import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connect } from '../connect.ts'
import { filtersOf, language, languageOf, listed, tables, wavesOf, where } from '../options.ts'
import { printTable } from '../print/print-table.ts'

const options = {
  by: { type: 'string', array: true, nargs: 1, description: 'codes of the variables that make the groups' },
  ...tables,
  ...language,
  ...where,
} as const

type Given = InferredOptionTypes<typeof options> & { readonly of: string }

/** `peo means werkplezier --by sector` */
export const meansCommand = {
  command: 'means <of>',
  describe: 'means of a numeric question by groups',
  builder: (yargs: Argv) =>
    yargs
      .positional('of', { type: 'string', demandOption: true, describe: 'code of a numeric variable' })
      .options(options)
      .example('$0 means werkplezier --by sector', 'means, intervals and quartiles'),
  async handler(given: ArgumentsCamelCase<Given>): Promise<void> {
    const peo = await connect(given)
    const table = await peo.means({
      waves: await wavesOf(peo, given.wave),
      of: given.of,
      by: listed(given.by),
      filter: filtersOf(given.filter),
      weighted: given.weighted,
      confidenceLevel: given.confidence,
      language: languageOf(given.language),
    })
    process.stdout.write(printTable(table, given))
  },
}
