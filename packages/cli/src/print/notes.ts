import type { CrosstabTable, Language, MeansTable } from '@peo/sdk'
import { numeral, words } from './words.ts'

/** How the respondents of a table were counted. */
export interface Counted {
  readonly weighted: boolean
  /** Level of intervals and tests. */
  readonly confidence: number
  /** As the command line has them, such as `sector=1`. */
  readonly filter: readonly string[]
}

/** What stands under a table: of which waves it is, what its signs mean, and what changed in its questions. */
export function notes(table: CrosstabTable | MeansTable, counted: Counted, hasLetters: boolean): string {
  const told = words[table.language]
  const statuses = new Set(table.figures.map(({ status }) => status))
  const isCrosstab = 'cells' in table.data
  const head = [
    table.releases.map(({ wave }) => wave).join(', '),
    ...(isCrosstab ? [told.percent] : [told.intervals(percent(counted.confidence, table.language))]),
    ...(counted.weighted ? [told.weighted] : []),
    ...counted.filter,
  ].join(' · ')
  const lines = [
    head,
    ...(hasLetters
      ? [told.letters(percent(counted.confidence, table.language), table.releases.length > 1)]
      : []),
    ...(statuses.has('WITHHELD') ? [told.withheldNote] : []),
    ...(statuses.has('NOT_ASKED') ? [told.notAskedNote] : []),
    ...table.comparabilityNotes.map(({ wave, variable, note }) => `${wave}, ${variable}: ${note}`),
  ]
  return `\n${lines.join('\n')}\n`
}

/** A share as a percentage, of as many digits as it was given with. */
function percent(share: number, language: Language): string {
  const digits = `${Number((100 * share).toPrecision(12))}`.split('.')[1]?.length ?? 0
  return numeral(100 * share, digits, language)
}
