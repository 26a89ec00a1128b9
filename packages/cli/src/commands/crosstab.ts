import type { PeoClient } from '@peo/sdk'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connect } from '../connect.ts'
import { filtersOf, language, languageOf, listed, tables, wavesOf, where } from '../options.ts'
import { printTable } from '../print/print-table.ts'

const options = {
  by: { type: 'string', array: true, nargs: 1, description: 'codes of the column variables' },
  ...tables,
  ...language,
  ...where,
} as const

type Given = InferredOptionTypes<typeof options> & { readonly rows: string }

/** `peo crosstab ruimte_relatie --by sector` */
export const crosstabCommand = {
  command: 'crosstab <rows>',
  describe: 'a question by background, or by another question',
  builder: (yargs: Argv) =>
    yargs
      .positional('rows', { type: 'string', demandOption: true, describe: 'code of the row variable' })
      .options(options)
      .example('$0 crosstab ruimte_relatie --by sector', 'column percentages, bases and letters')
      .example('$0 crosstab ruimte_relatie --wave peo-2021,peo-2022 --format csv', 'a trend as CSV'),
  async handler(given: ArgumentsCamelCase<Given>): Promise<void> {
    const peo = await connect(given)
    const by = listed(given.by)
    const table = await peo.crosstab({
      waves: await wavesOf(peo, given.wave),
      rows: given.rows,
      columns: by,
      filter: filtersOf(given.filter),
      weighted: given.weighted,
      confidenceLevel: given.confidence,
      language: languageOf(given.language),
    })
    const isCompared = given.format === 'table' && by.length > 0 && (await shareNobody(peo, by))
    process.stdout.write(printTable(table, { ...given, isCompared }))
  },
}

/** Whether the columns that these variables make have no respondent in common, as those of several answers have. */
async function shareNobody(peo: PeoClient, by: readonly string[]): Promise<boolean> {
  const variables = await peo.variables()
  return variables.every(({ code, measurement }) => measurement !== 'MULTIPLE' || !by.includes(code))
}
