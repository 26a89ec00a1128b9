import { writeFile } from 'node:fs/promises'
import { surveyTypes } from '@peo/sdk'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { connect } from '../connect.ts'
import { language, languageOf, where } from '../options.ts'
import { unwritable } from '../unwritable.ts'

const options = {
  out: { type: 'string', description: 'the file to write [standard output]' },
  ...language,
  ...where,
} as const

/** `peo types --out src/survey.ts` */
export const typesCommand = {
  command: 'types',
  describe: 'write TypeScript types of the survey: a wrong code then does not compile',
  builder: (yargs: Argv) =>
    yargs
      .options(options)
      .example(
        '$0 types --out src/survey.ts',
        "then new PeoClient<PeoSurvey>({ … }) with import type { PeoSurvey } from './survey.ts'",
      ),
  async handler(given: ArgumentsCamelCase<InferredOptionTypes<typeof options>>): Promise<void> {
    const peo = await connect(given)
    const labelled = { language: languageOf(given.language) }
    const text = surveyTypes({ waves: await peo.waves(labelled), variables: await peo.variables(labelled) })
    if (given.out === undefined) process.stdout.write(text)
    else {
      const { out } = given
      await writeFile(out, text).catch((error) => {
        throw unwritable(out, error)
      })
    }
  },
}
