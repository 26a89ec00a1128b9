import { attackBackground } from './attack-background.ts'
import { attackPairs } from './attack-pairs.ts'
import { type Fact, mergeFacts } from './fact.ts'
import type { Finding } from './finding.ts'
import { sizesFromBases } from './linear-system.ts'
import { solveNumbers } from './number-make-ups.ts'
import type { TrueWave } from './true-wave.ts'
import { solveWeights } from './weight-classes.ts'

/** Everything that can be found out about fewer than k respondents of a wave from what was gathered of its tables. */
export function* attackWave(truth: TrueWave, gathered: readonly Fact[]): Generator<Finding> {
  const facts = solveFacts(truth, gathered)
  const questions = truth.codebook.variables.filter(({ background }) => !background)
  yield* attackBackground(truth, facts, questions)
  yield* attackPairs(truth, facts, questions)
}

/** What was gathered of a wave, with what its weighted counts and its means solve to, and sizes that bases give. */
export function solveFacts({ codebook, weighting }: TrueWave, gathered: readonly Fact[]): Fact[] {
  const own = gathered.filter(({ wave }) => wave === codebook.wave)
  const read = [
    ...own,
    ...solveNumbers(own, codebook),
    ...(weighting === null ? [] : solveWeights(own, weighting)),
  ]
  const questions = codebook.variables.filter(({ background }) => !background).map(({ code }) => code)
  return mergeFacts([...read, ...sizesFromBases(read, questions, codebook.respondents)])
}
