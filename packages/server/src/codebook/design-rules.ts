import type { CodebookDesign, CodebookVariable, CodebookWave } from './codebook-format.ts'
import type { CodebookProblem, Variables } from './codebook-rules.ts'

type Measurement = CodebookVariable['measurement']

/** What must hold between the design of a wave and the variables it asked. */
export function checkDesign(wave: CodebookWave, variables: Variables): CodebookProblem[] {
  const { design } = wave
  if (design === undefined) return []
  const path = `waves.${wave.code}.design`
  const check = (part: 'strata' | 'clusters', allowed: readonly Measurement[]) =>
    checkVariable(design[part], wave, variables, allowed).map((message) => ({
      path: `${path}.${part}`,
      message,
    }))
  const strata = design.strata === undefined ? undefined : variables.get(design.strata)
  const twice = design.strata !== undefined && design.strata === design.clusters
  return [
    ...check('strata', ['nominal', 'ordinal']),
    ...check('clusters', ['nominal', 'ordinal', 'numeric']),
    ...(twice ? [{ path, message: `${design.strata} cannot be both strata and clusters` }] : []),
    ...checkPopulation(design, strata).map((message) => ({ path: `${path}.population`, message })),
  ]
}

function checkVariable(
  code: string | undefined,
  wave: CodebookWave,
  variables: Variables,
  allowed: readonly Measurement[],
): string[] {
  if (code === undefined) return []
  if (!wave.variables.includes(code)) return [`${code} is not asked in this wave`]
  const { measurement, askedIf } = variables.get(code) ?? {}
  if (askedIf !== undefined)
    return [
      `${code} is asked of some respondents only (askedIf ${askedIf.variable}); a design takes what everyone is asked`,
    ]
  if (measurement === undefined || allowed.includes(measurement)) return []
  return [`${code} is ${measurement}; it must be ${allowed.join(' or ')}`]
}

function checkPopulation({ strata: code, population }: CodebookDesign, strata?: CodebookVariable): string[] {
  if (population === undefined) return []
  if (code === undefined) {
    return typeof population === 'number' ? [] : ['is by stratum, but there are no strata; give one number']
  }
  if (strata?.categories === undefined) return []
  const categories = strata.categories.map((category) => category.code)
  if (typeof population === 'number') {
    return [`is one number; with strata it is a number by category of ${code}: ${categories.join(', ')}`]
  }
  const given = Object.keys(population)
  return [
    ...categories
      .filter((category) => !given.includes(category))
      .map((one) => `has no number for ${code} = ${one}`),
    ...given.filter((one) => !categories.includes(one)).map((one) => `${one} is not a category of ${code}`),
  ]
}
