import { WITHHELD_ANSWER } from './anonymous-answers.ts'
import type { BackgroundLevel } from './background-levels.ts'
import { type FormedClasses, formClasses, type Recoding } from './form-classes.ts'
import type { Cell } from './respondent-cells.ts'
import type { WeightLevel } from './weight-levels.ts'

/** Classes and the levels they say. */
export interface Candidate extends FormedClasses {
  readonly recoding: Recoding
}

/** More combinations of levels than this are not weighed against each other. */
const mostRecodings = 4096

/**
 * The ways to say background and weights in classes of `k` or more, those that lose least first; the last says
 * nothing. All combinations of levels are weighed, by what they lose with the values withheld.
 */
export function* candidates(
  cells: readonly Cell[],
  background: readonly (readonly BackgroundLevel[])[],
  weights: readonly WeightLevel[],
  k: number,
): Generator<Candidate> {
  const found: Candidate[] = []
  const takeBest = () =>
    found.splice(
      found.reduce((a, { loss }, b) => (loss < found[a]!.loss ? b : a), 0),
      1,
    )[0]!
  const recodings = recodingsOf(background, weights)
    .map((recoding) => ({ recoding, atLeast: lossBefore(cells, recoding) }))
    .sort((a, b) => a.atLeast - b.atLeast)
  for (const { recoding, atLeast } of recodings) {
    // Whatever comes later loses more than this.
    while (found.some(({ loss }) => loss <= atLeast)) yield takeBest()
    const formed = formClasses(cells, recoding, k)
    if (formed !== undefined && !withholdsAll(formed, recoding)) found.push({ ...formed, recoding })
  }
  while (found.length > 0) yield takeBest()
}

/** Every combination of levels. Where there are too many, variables lose the levels in between, the last first. */
function recodingsOf(
  background: readonly (readonly BackgroundLevel[])[],
  weights: readonly WeightLevel[],
): Recoding[] {
  const choices = [...background]
  const count = () => choices.reduce((product, { length }) => product * length, weights.length)
  for (let last = choices.length - 1; last >= 0 && count() > mostRecodings; last--) {
    choices[last] = choices[last]!.filter(({ detail }) => detail !== 'LEVEL')
  }
  const combined = choices.reduce<(readonly BackgroundLevel[])[]>(
    (some, levels) => some.flatMap((before) => levels.map((level) => [...before, level])),
    [[]],
  )
  return combined.flatMap((levels) => weights.map((level) => ({ levels, weights: level })))
}

/** Whether a variable that is said is withheld of everyone: then there is a recoding that does not say it. */
function withholdsAll({ classes }: FormedClasses, { levels }: Recoding): boolean {
  return levels.some(
    ({ detail }, variable) =>
      detail !== 'NOT_SAID' && classes.every(({ codes }) => codes[variable] === WITHHELD_ANSWER),
  )
}

/** What a recoding loses before any value is withheld. */
function lossBefore(cells: readonly Cell[], { levels, weights }: Recoding): number {
  let lost = 0
  let size = 0
  for (const { codes, respondents } of cells) {
    size += respondents.length
    for (const [variable, { penalty }] of levels.entries()) {
      lost += respondents.length * penalty[codes[variable]!]!
    }
  }
  return (lost / size + weights.loss) / (levels.length + 1)
}
