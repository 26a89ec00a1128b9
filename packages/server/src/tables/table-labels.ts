import type { TableLabels, VariableLabels } from '@peo/formats'
import type { Release } from '../release/published-releases.ts'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import type { VariableRegistry } from './variable-registry.ts'

/** A language of labels. */
export type Language = 'nl' | 'en'

/** The labels of every variable that a table may have, `wave` included. */
export function tableLabels(
  releases: readonly Release[],
  variables: VariableRegistry,
  language: Language,
): TableLabels {
  const waves: VariableLabels = {
    label: language === 'nl' ? 'Meting' : 'Wave',
    codes: new Map(releases.map(({ codebook }) => [codebook.wave.code, codebook.wave.title[language]])),
  }
  return {
    language,
    variables: new Map([
      ['wave', waves],
      ...[...variables.values()].map(
        (variable) => [variable.code, variableLabels(variable, language)] as const,
      ),
    ]),
  }
}

function variableLabels(variable: ReleasedVariable, language: Language): VariableLabels {
  const categories = (variable.categories ?? []).map(({ code, label }) => [code, label[language]] as const)
  const nets = (variable.nets ?? []).map(({ code, label }) => [`net:${code}`, label[language]] as const)
  return { label: variable.label[language], codes: new Map([...categories, ...nets]) }
}
