import { attackSystem } from './attack-system.ts'
import type { CodebookVariable } from './codebook.ts'
import type { Fact } from './fact.ts'
import type { Finding } from './finding.ts'
import { systemOf } from './linear-system.ts'
import { sideName, sidesOf } from './side.ts'
import { pairTargets } from './targets.ts'
import { countsOf, type TrueWave } from './true-wave.ts'

/** What tables of every question by every other give away, by each option where there are several answers. */
export function* attackPairs(
  truth: TrueWave,
  facts: readonly Fact[],
  questions: readonly CodebookVariable[],
): Generator<Finding> {
  const { codebook, weighting } = truth
  const weak = { respondents: codebook.respondents, weighting, profiles: null }
  const sides = questions.flatMap(sidesOf).sort((a, b) => Number(b.numeric) - Number(a.numeric))
  for (const [index, question] of sides.entries()) {
    for (const other of sides.slice(index + 1)) {
      if (other.code === question.code || other.numeric) continue
      const system = systemOf(facts, question, [other], weak)
      const targets = pairTargets(system, countsOf(truth, system), codebook.minimumGroupSize)
      const name = `${sideName(question)} × ${sideName(other)}`
      for (const { wanted: _, ...found } of attackSystem(system.program, targets)) {
        yield { wave: codebook.wave, knows: 'codebook', question: name, ...found }
      }
    }
  }
}
