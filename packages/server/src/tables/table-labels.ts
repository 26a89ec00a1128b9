import type { TableLabels, VariableLabels } from '@peo/formats'
import type { Release } from '../release/published-releases.ts'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import { comparabilityNotes } from './comparability-notes.ts'
import type { VariableRegistry } from './variable-registry.ts'

/** A language of labels. */
export type Language = 'nl' | 'en'

type Releases = readonly Pick<Release, 'codebook'>[]

/** Labels that were made, by what they were made of: an answer in GraphQL asks for them label by label. */
const made = new WeakMap<Releases, WeakMap<VariableRegistry, Map<Language, TableLabels>>>()

/**
 * The labels of every variable that a table may have, `wave` included, and the notes on them. A code that only
 * another wave of the table has keeps its label from there.
 */
export function tableLabels(
  releases: Releases,
  variables: VariableRegistry,
  language: Language,
): TableLabels {
  const ofReleases = made.get(releases) ?? new WeakMap<VariableRegistry, Map<Language, TableLabels>>()
  const byLanguage = ofReleases.get(variables) ?? new Map<Language, TableLabels>()
  const labels = byLanguage.get(language) ?? makeLabels(releases, variables, language)
  made.set(releases, ofReleases.set(variables, byLanguage.set(language, labels)))
  return labels
}

function makeLabels(releases: Releases, variables: VariableRegistry, language: Language): TableLabels {
  const codebooks = releases.map(({ codebook }) => codebook)
  const labels = new Map<string, VariableLabels>([
    [
      'wave',
      {
        label: language === 'nl' ? 'Meting' : 'Wave',
        codes: new Map(codebooks.map(({ wave }) => [wave.code, wave.title[language]])),
      },
    ],
  ])
  for (const variable of [...codebooks.flatMap((codebook) => codebook.variables), ...variables.values()]) {
    const before = labels.get(variable.code)?.codes ?? []
    const codes = new Map([...before, ...codeLabels(variable, language)])
    labels.set(variable.code, { label: variable.label[language], codes })
  }
  const notes = comparabilityNotes(codebooks).map(({ wave, variable, note }) => ({
    wave,
    variable,
    note: note[language],
  }))
  return { language, variables: labels, notes }
}

function codeLabels({ categories = [], nets = [] }: ReleasedVariable, language: Language) {
  return [
    ...categories.map(({ code, label }) => [code, label[language]] as const),
    ...nets.map(({ code, label }) => [`net:${code}`, label[language]] as const),
  ]
}
