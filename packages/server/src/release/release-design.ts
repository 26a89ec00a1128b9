import { type Column, type SampledUnits, sampleDesign } from '@peo/tabulation'
import type { ReleaseCodebook } from './release-codebook.ts'

/** Codes of the variables whose columns `releaseDesign` needs. */
export function designVariables({ wave }: ReleaseCodebook): string[] {
  return [wave.design?.strata, wave.design?.clusters].filter((code) => code !== undefined)
}

/**
 * How the `size` respondents of a release were sampled; undefined when its codebook names no design.
 *
 * @param columns by variable code, at least those of `designVariables`
 * @throws RangeError when a column is missing, or the answers do not fit the design (see `designProblems`)
 */
export function releaseDesign(
  codebook: ReleaseCodebook,
  columns: ReadonlyMap<string, Column>,
  size: number,
): SampledUnits | undefined {
  const { code, design } = codebook.wave
  if (design === undefined) return undefined
  const lost = designVariables(codebook).find((variable) => !columns.has(variable))
  if (lost !== undefined) throw new RangeError(`the release of ${code} has no column of ${lost}`)
  const strata = columns.get(design.strata ?? '')
  const clusters = columns.get(design.clusters ?? '')
  return sampleDesign({
    size,
    ...(strata?.kind === 'single' ? { strata } : {}),
    ...(clusters !== undefined && clusters.kind !== 'multiple' ? { clusters } : {}),
    ...populationOf(codebook),
  })
}

/** One number, or one per category of the strata variable, in its order. */
function populationOf({ wave: { design }, variables }: ReleaseCodebook) {
  const population = design?.population
  if (population === undefined) return {}
  if (typeof population === 'number') return { population }
  const categories = variables.find(({ code }) => code === design?.strata)?.categories ?? []
  return { population: categories.map(({ code }) => population[code]!) }
}
