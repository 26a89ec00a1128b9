import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { WaveCodebook } from './codebook.ts'
import type { Respondent } from './respondent.ts'
import type { TrueWave } from './true-wave.ts'

/** An example wave as its answers stand in the file, for judging what was found out about it. */
export async function exampleTruth(codebook: WaveCodebook): Promise<TrueWave> {
  const file = new URL(`../../prisma/examples/${codebook.wave}.responses.csv`, import.meta.url)
  const rows: Record<string, string>[] = parse(await readFile(file), { columns: true })
  const weights = Object.fromEntries(rows.map(({ sector, gewicht }) => [sector, Number(gewicht)]))
  return {
    codebook,
    respondents: rows.map((row) => respondentOf(row, codebook)),
    weighting: { variable: 'sector', weights },
  }
}

function respondentOf(row: Readonly<Record<string, string>>, { variables }: WaveCodebook): Respondent {
  return Object.fromEntries(
    variables.flatMap(({ code, measurement, categories }): [string, string | string[]][] => {
      if (measurement !== 'MULTIPLE') return row[code] ? [[code, row[code]]] : []
      const named = categories.filter((option) => row[`${code}__${option}`] === '1')
      return row[`${code}__${categories[0]}`] ? [[code, named]] : []
    }),
  )
}
