import type { CrosstabTable, MeansTable } from '@peo/sdk'
import { words } from './words.ts'

/** How the respondents of a table were counted. */
export interface Counted {
  readonly weighted: boolean
  /** Level of intervals and tests. */
  readonly confidence: number
}

/** What stands under a table: of which waves it is, what its signs mean, and what changed in its questions. */
export function notes(table: CrosstabTable | MeansTable, counted: Counted, hasLetters: boolean): string {
  const told = words[table.language]
  const statuses = new Set(table.figures.map(({ status }) => status))
  const isCrosstab = 'cells' in table.data
  const head = [
    table.releases.map(({ wave }) => wave).join(', '),
    ...(isCrosstab ? [told.percent] : []),
    ...(counted.weighted ? [told.weighted] : []),
  ].join(' · ')
  const lines = [
    head,
    ...(hasLetters ? [told.letters(100 * counted.confidence)] : []),
    ...(statuses.has('WITHHELD') ? [told.withheldNote] : []),
    ...(statuses.has('NOT_ASKED') ? [told.notAskedNote] : []),
    ...table.comparabilityNotes.map(({ wave, variable, note }) => `${wave}, ${variable}: ${note}`),
  ]
  return `\n${lines.join('\n')}\n`
}
