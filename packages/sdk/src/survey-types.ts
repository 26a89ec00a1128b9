import type { Variable } from './methods/variables.ts'

/** What `surveyTypes` writes types of. */
export interface SurveyDescription {
  readonly waves: readonly { readonly code: string; readonly title: string }[]
  readonly variables: readonly Pick<Variable, 'code' | 'label' | 'measurement' | 'categories' | 'nets'>[]
}

/**
 * Writes a TypeScript module with the type of a survey, `PeoSurvey`, for `new PeoClient<PeoSurvey>(…)`: with it only
 * codes of the survey compile. Its `variables` has every code with the label beside it, for editors to show.
 *
 * @param survey as `waves()` and `variables()` give it, in the language of the labels to write
 */
export function surveyTypes({ waves, variables }: SurveyDescription): string {
  const waveCodes = waves.map(({ code }) => quoted(code)).join(' | ') || 'never'
  const types = variables.flatMap(({ code, label, measurement, categories, nets }) => [
    `    /** ${comment(label)} */`,
    `    ${key(code)}: {`,
    `      measurement: ${quoted(measurement)}`,
    '      categories: {',
    ...[...categories, ...nets.map((net) => ({ ...net, code: `net:${net.code}` }))].flatMap((category) => [
      `        /** ${comment(category.label)} */`,
      `        ${key(category.code)}: ${quoted(category.label)}`,
    ]),
    '      }',
    '    }',
  ])
  const codes = variables.flatMap(({ code, label }) => [
    `  /** ${comment(label)} */`,
    `  ${key(code)}: ${quoted(code)},`,
  ])
  return [
    '/** The survey of a PEO results service. Generated from its codebook: do not change it here. */',
    'export interface PeoSurvey {',
    `  /** ${comment(waves.map(({ code, title }) => `${code}: ${title}.`).join(' '))} */`,
    `  waves: ${waveCodes}`,
    '  variables: {',
    ...types,
    '  }',
    '}',
    '',
    '/** The codes of its variables, each with its label. */',
    'export const variables = {',
    ...codes,
    '} as const',
    '',
  ].join('\n')
}

/** As a string literal of TypeScript. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** As the name of a property. */
function key(code: string): string {
  return /^[a-z_]\w*$/i.test(code) ? code : quoted(code)
}

/** As it may stand in a comment. */
function comment(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('*/', '* /')
}
