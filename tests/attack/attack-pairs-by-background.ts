import { attackSystem } from './attack-system.ts'
import type { CodebookVariable } from './codebook.ts'
import type { Fact } from './fact.ts'
import type { Finding } from './finding.ts'
import { smallGroups } from './groups.ts'
import { type System, systemOf } from './linear-system.ts'
import { type Side, sideName, sidesOf } from './side.ts'
import { basesOf, groupTargets } from './targets.ts'
import { countsOf, everybody, type TrueWave } from './true-wave.ts'

/**
 * What tables of every question by every other tell of small groups by background, next to the tables of both by
 * background, to those who know everybody's background.
 */
export function* attackPairsByBackground(
  truth: TrueWave,
  facts: readonly Fact[],
  questions: readonly CodebookVariable[],
): Generator<Finding> {
  const { wave, variables, minimumGroupSize: k } = truth.codebook
  const by = variables.filter(({ background }) => background).flatMap(sidesOf)
  const sides = questions.flatMap(sidesOf)
  for (const question of sides) {
    for (const other of sides) {
      if (other.code === question.code || (question.numeric && other.numeric)) continue
      const system = jointSystem(truth, facts, question, by, other)
      const counts = countsOf(truth, system)
      const groups = smallGroups(by, system.profiles, basesOf(system, counts), k)
      const name = `${sideName(question)} × ${sideName(other)}`
      for (const { wanted: _, ...found } of attackSystem(
        system.program,
        groupTargets(system, groups, counts),
      )) {
        yield { wave, knows: 'backgrounds', question: name, ...found }
      }
    }
  }
}

/** A question by everybody's background and another question, whose answers are not known. */
function jointSystem(
  truth: TrueWave,
  facts: readonly Fact[],
  question: Side,
  by: readonly Side[],
  other: Side,
): System {
  const backgrounds = everybody(truth, by)
  const profiles = backgrounds.flatMap(({ values }) =>
    other.values.map((value) => ({ values: [...values, value], size: null })),
  )
  const knowledge = { respondents: truth.codebook.respondents, weighting: truth.weighting, profiles }
  const system = systemOf(facts, question, [...by, other], knowledge)
  const width = question.values.length * other.values.length
  const sizes = backgrounds.map(({ size }, index) => ({
    places: Array.from({ length: width }, (_, place) => index * width + place),
    low: size!,
    high: size!,
  }))
  return { ...system, program: { ...system.program, rows: [...system.program.rows, ...sizes] } }
}
