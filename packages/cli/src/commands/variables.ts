import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connect } from '../connect.ts'
import { language, languageOf, where } from '../options.ts'
import { listFormat, printList } from '../print/print-list.ts'

const options = { ...listFormat, ...language, ...where } as const

type Given = InferredOptionTypes<typeof options> & { readonly search?: string | undefined }

/** `peo variables ruimte` */
export const variablesCommand = {
  command: 'variables [search]',
  describe: 'the variables, in the order of the questionnaire',
  builder: (yargs: Argv) =>
    yargs
      .positional('search', { type: 'string', describe: 'only those with this in their code or label' })
      .options(options),
  async handler(given: ArgumentsCamelCase<Given>): Promise<void> {
    const searched = (given.search ?? '').toLowerCase()
    const variables = await (await connect(given)).variables({ language: languageOf(given.language) })
    const rows = variables
      .filter(({ code, label }) => `${code} ${label}`.toLowerCase().includes(searched))
      .map(({ code, label, measurement, background, categories, nets }) => ({
        code,
        label,
        measurement: measurement.toLowerCase() + (background ? ', background' : ''),
        categories: [...categories.map((each) => each.code), ...nets.map((net) => `net:${net.code}`)].join(
          ' ',
        ),
      }))
    process.stdout.write(printList(['code', 'label', 'measurement', 'categories'], rows, given.format))
  },
}
