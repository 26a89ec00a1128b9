import path from 'node:path'
import type { Codebook } from '../codebook/codebook-format.ts'
import type { SourceTable } from './source-table.ts'

/** A codebook for staff to complete, of a wave whose answers are in a file that was made elsewhere. */
export function draftCodebook({ variables }: SourceTable, wave: string, file: string): Codebook {
  return {
    $schema: './docs/codebook.schema.json',
    note: `Drafted from ${path.basename(file)}. Check each variable; translate its labels; mark "role": "background", "sensitive" and "askedIf"; give the wave its title, theme and fieldwork.`,
    variables: [...variables],
    waves: [
      {
        code: wave,
        title: { nl: wave, en: wave },
        theme: 'theme',
        fieldwork: null,
        publication: null,
        responses: path.basename(file),
        variables: variables.map(({ code }) => code),
      },
    ],
  }
}
