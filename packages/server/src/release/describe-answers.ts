import type { RespondentFile, RespondentVariable } from '@peo/formats'
import type { AnonymousFile } from './read-anonymous-file.ts'
import type { ReleaseCodebook, ReleasedVariable } from './release-codebook.ts'

/** What the anonymised answers of a release are described from. */
export interface AnswersOfRelease {
  readonly digest: string
  readonly codebook: ReleaseCodebook
  readonly file: AnonymousFile
  /** By variable the numbers that rows show. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

/** Describes the anonymised answers of a release in a language: their variables, and what may be answered. */
export function describeAnswers(
  { digest, codebook, file, numbers }: AnswersOfRelease,
  language: 'nl' | 'en',
): RespondentFile {
  const { wave } = codebook
  const levels = new Map(file.report.background.map(({ variable, level }) => [variable, level]))
  const variables = file.variables.map(({ variable, options }): RespondentVariable => {
    const known = codebook.variables.find(({ code }) => code === variable)!
    const shown = numbers.get(variable) ?? []
    const categories = shown.length > 0 ? [] : categoriesOf(known, levels.get(variable) ?? null)
    return {
      variable,
      label: known.label[language] + coarsened(known, file, language),
      measurement: options === null ? singleMeasurement(known) : 'multiple',
      categories: categories
        .filter(({ code }) => options === null || options.includes(code))
        .map(({ code, label }) => ({ code, label: label[language] })),
      numbers: shown,
    }
  })
  return {
    language,
    wave: { code: wave.code, title: wave.title[language] },
    digest,
    respondents: file.respondents,
    variables,
  }
}

const lossTexts = {
  nl: (share: string) => ` (grover gemaakt, tabellen wegen fijner; ${share}% van de variantie weg)`,
  en: (share: string) => ` (coarsened, tables weigh more finely; ${share}% of its variance gone)`,
} as const

/** Says in every format that figures by a weight of the file differ from the service's. */
function coarsened(
  { measurement }: ReleasedVariable,
  { report }: AnonymousFile,
  language: keyof typeof lossTexts,
): string {
  const loss = report.weights?.loss ?? 0
  if (measurement !== 'weight' || loss === 0) return ''
  return lossTexts[language](String(Math.max(1, Math.round(100 * loss))))
}

/** The categories of a variable, or those of one of its levels. */
function categoriesOf({ categories = [], hierarchy = [] }: ReleasedVariable, level: string | null) {
  return level === null ? categories : hierarchy.find(({ code }) => code === level)!.categories
}

function singleMeasurement({ measurement }: ReleasedVariable): RespondentVariable['measurement'] {
  // An open answer is in no file, and of several answers one column cannot tell.
  return measurement === 'text' || measurement === 'multiple' ? 'nominal' : measurement
}
