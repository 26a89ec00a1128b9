import { codeLabel, variableLabel } from '@peo/formats'
import type { ReleaseCodebook } from '../release/release-codebook.ts'
import { type Language, tableLabels } from '../tables/table-labels.ts'
import { variableRegistry } from '../tables/variable-registry.ts'
import { builder } from './builder.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

/** A code of a codebook, and how to name what it stands for. */
export interface LabelledCode {
  readonly code: string
  readonly labelIn: (language: Language) => string
}

/** A code of a codebook with its label. */
export const LabelledCodeType = builder.objectRef<LabelledCode>('LabelledCode').implement({
  ...readableBy('EVERYONE'),
  description: 'A variable, category or level, as the codebook of the wave has it.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code; of a net `net:<code>`.' }),
    label: t.string({
      description: 'What it is called.',
      args: languageArgument,
      resolve: ({ labelIn }, { language }) => labelIn(language),
    }),
  }),
})

/** Finds what the codes of a wave stand for. */
export interface CodeNames {
  readonly variable: (code: string) => LabelledCode
  readonly category: (variable: string, code: string) => LabelledCode
  readonly level: (variable: string, code: string) => LabelledCode
}

/** The names of everything in a codebook. */
export function codeNames(codebook: ReleaseCodebook): CodeNames {
  const releases = [{ codebook }]
  const variables = variableRegistry(releases)
  const labels = (language: Language) => tableLabels(releases, variables, language)
  return {
    variable: (code) => ({ code, labelIn: (language) => variableLabel(labels(language), code) }),
    category: (variable, code) => ({
      code,
      labelIn: (language) => codeLabel(labels(language), variable, code),
    }),
    level: (variable, code) => {
      const level = variables.get(variable)?.hierarchy?.find((candidate) => candidate.code === code)
      return { code, labelIn: (language) => level?.label[language] ?? code }
    },
  }
}
