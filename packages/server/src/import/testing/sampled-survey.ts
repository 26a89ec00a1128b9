import type { Codebook, CodebookDesign } from '../../codebook/codebook-format.ts'
import { surveyFolder } from './small-survey.ts'

const label = { nl: 'x', en: 'x' }
const categories = ['1', '2'].map((code) => ({ code, label }))

/**
 * The data `fpc` of R's survey package: five clusters of 15 in stratum 1 and three of 12 in stratum 2, a value each.
 * Weights 3 and 4 are divided by their mean, and every row stands here five times: that leaves the published figures
 * as they are, and makes clusters of k respondents, so that they may be shown.
 */
const fpc = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2].flatMap((x, index) => {
  const [stratum, cluster, weight] = index < 5 ? [1, index, 3] : [2, index - 5, 4]
  const row = { stratum, cluster, x, weight: (weight * 8) / 27 }
  return [row, row, row, row, row]
})

/** The answers of `sampledCodebook` as CSV. */
export const sampledAnswers = csv(fpc)

/** The same, the first respondents without an answer to `stratum`. */
export const withoutStratum = (count: number) =>
  csv(fpc.map((row, index) => (index < count ? { ...row, stratum: '' } : row)))

function csv(rows: readonly object[]): string {
  return [
    'respondent,stratum,cluster,x,weight',
    ...rows.map((row, index) => [index, ...Object.values(row)].join()),
  ].join('\n')
}

/** A codebook of one wave, `fpc`, that was sampled so. */
export function sampledCodebook(design?: CodebookDesign): Codebook {
  return {
    variables: [
      { code: 'stratum', measurement: 'nominal', label, categories },
      { code: 'cluster', measurement: 'numeric', label },
      { code: 'x', measurement: 'numeric', label },
      { code: 'weight', measurement: 'weight', label },
    ],
    waves: [
      {
        code: 'fpc',
        title: label,
        theme: 'x',
        fieldwork: { from: '2020-01-01', to: '2020-02-29' },
        audience: 'public',
        publication: null,
        responses: 'answers.csv',
        variables: ['stratum', 'cluster', 'x', 'weight'],
        ...(design === undefined ? {} : { design }),
      },
    ],
  }
}

/** Writes the survey into a folder that goes when the test ends; gives the codebook's path. */
export function sampledSurvey(design?: CodebookDesign, answers = sampledAnswers): Promise<string> {
  return surveyFolder(sampledCodebook(design), { 'answers.csv': answers })
}
