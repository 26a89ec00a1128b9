import type { Language, PeoClient } from '@peo/sdk'
import { CommandError, exitCodes } from './exit-codes.ts'

/** What every command takes. */
export const where = {
  url: { type: 'string', description: 'address of the service' },
} as const

/** What commands with labels take. */
export const language = {
  language: { choices: ['nl', 'en'], default: 'nl', description: 'language of the labels' },
} as const

/** What commands that give a table take. */
export const tables = {
  wave: {
    type: 'string',
    array: true,
    nargs: 1,
    description: 'code of a wave, several for a trend [the latest]',
  },
  filter: {
    type: 'string',
    array: true,
    nargs: 1,
    default: [] as string[],
    description: 'only these groups: variable=category[,category…]',
  },
  weighted: { type: 'boolean', default: false, description: 'count respondents by their weight' },
  confidence: { type: 'number', default: 0.95, description: 'level of intervals and tests' },
  format: {
    choices: ['table', 'csv', 'json', 'jsonstat', 'md'],
    default: 'table',
    description: 'how to print it',
  },
} as const

/** Lists on the command line: parts with commas between, of one word or several. */
export const listed = (words: readonly string[] = []) =>
  words.flatMap((word) => word.split(',')).filter((word) => word !== '')

export const languageOf = (chosen: string) => chosen.toUpperCase() as Language

/** Filters as the service takes them. */
export function filtersOf(words: readonly string[]) {
  return words.map((word) => {
    const [variable = '', ...rest] = word.split('=')
    const categories = listed([rest.join('=')])
    if (variable === '' || categories.length === 0) {
      throw new CommandError(
        exitCodes.usage,
        `--filter ${word} is no filter; write variable=category, such as sector=1.`,
      )
    }
    return { variable, categories }
  })
}

/** The waves named, else the latest that is published for you. */
export async function wavesOf(peo: PeoClient, named: readonly string[] = []): Promise<readonly string[]> {
  const codes = listed(named)
  if (codes.length > 0) return codes
  const published = (await peo.waves()).filter(({ status }) => status === 'PUBLISHED')
  const latest = published.at(-1)
  if (latest === undefined)
    throw new CommandError(exitCodes.refused, 'No wave is published for you; log in to see more.')
  return [latest.code]
}
