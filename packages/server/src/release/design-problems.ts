import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { Answers } from '../import/answers.ts'

/** Why figures cannot follow a design, given the answers of its wave: one message each, none when they can. */
export function designProblems(design: CodebookDesign | undefined, rows: readonly Answers[]): string[] {
  if (design === undefined) return []
  const { strata, clusters, population } = design
  const missing = [strata, clusters].flatMap((code) => {
    const count = code === undefined ? 0 : rows.filter((row) => row[code] === undefined).length
    if (count === 0) return []
    return [
      `${count} of ${rows.length} respondents have no ${code}; fill it in, or leave it out of the design`,
    ]
  })
  if (missing.length > 0) return missing
  const unit = clusters === undefined ? 'respondent' : `cluster (${clusters})`
  return unitsByStratum(design, rows).flatMap(([stratum, { size }]) => {
    const place = strata === undefined ? 'the wave' : `${strata} = ${stratum}`
    const available = typeof population === 'number' ? population : population?.[stratum]
    return [
      ...(size < 2 ? [`${place} has one ${unit}, so its spread is unknown; ${wayOut(strata)}`] : []),
      ...(available !== undefined && available < size
        ? [
            `the population of ${place} is ${available}, but ${size} were sampled; count every ${unit} there is`,
          ]
        : []),
    ]
  })
}

function wayOut(strata: string | undefined): string {
  return strata === undefined
    ? 'leave the design out of the wave'
    : `put it in another category of ${strata}, with its population, or leave ${strata} out of the design`
}

/** The sampled units of each stratum, clusters or respondents, by its code. Without strata all are under one key. */
function unitsByStratum({ strata, clusters }: CodebookDesign, rows: readonly Answers[]) {
  const units = new Map<string, Set<unknown>>()
  for (const [index, row] of rows.entries()) {
    const stratum = strata === undefined ? '' : String(row[strata])
    const unit = clusters === undefined ? index : row[clusters]
    units.set(stratum, (units.get(stratum) ?? new Set()).add(unit))
  }
  // Stored respondents come in random order.
  return [...units].sort(([one], [other]) => (one < other ? -1 : 1))
}
