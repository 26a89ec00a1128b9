import { attackBackground } from './attack-background.ts'
import { attackPairs } from './attack-pairs.ts'
import { type Fact, mergeFacts } from './fact.ts'
import type { Finding } from './finding.ts'
import { sizesFromBases } from './linear-system.ts'
import { solveNumbers } from './number-make-ups.ts'
import type { TrueWave } from './true-wave.ts'
import { solveWeights } from './weight-classes.ts'

/** Everything that can be found out about fewer than k respondents of a wave from what was gathered. */
export function* attackWave(truth: TrueWave, gathered: readonly Fact[]): Generator<Finding> {
  const { codebook, weighting } = truth
  const own = gathered.filter(({ wave }) => wave === codebook.wave)
  const questions = codebook.variables.filter(({ background }) => !background)
  const read = [
    ...own,
    ...solveNumbers(own, codebook),
    ...(weighting === null ? [] : solveWeights(own, weighting)),
  ]
  const codes = questions.map(({ code }) => code)
  const facts = mergeFacts([...read, ...sizesFromBases(read, codes, codebook.respondents)])
  yield* attackBackground(truth, facts, questions)
  yield* attackPairs(truth, facts, questions)
}
