import { attackSystem } from './attack-system.ts'
import type { CodebookVariable } from './codebook.ts'
import type { Fact } from './fact.ts'
import type { Finding } from './finding.ts'
import { smallGroups } from './groups.ts'
import { type Knowledge, systemOf } from './linear-system.ts'
import { answeredSide, everyone, type Side, sideName, sidesOf } from './side.ts'
import { sidesTogether } from './sides-together.ts'
import { smallSets } from './small-sets.ts'
import { basesOf, baseTarget, groupTargets } from './targets.ts'
import { countsOf, everybody, type TrueWave } from './true-wave.ts'

/** What tables of questions by background give away: answers of small groups, and how many they are. */
export function* attackBackground(
  truth: TrueWave,
  facts: readonly Fact[],
  questions: readonly CodebookVariable[],
): Generator<Finding> {
  const { codebook, weighting } = truth
  const background = codebook.variables.filter((variable) => variable.background)
  const together = sidesTogether(codebook.breakdowns, background).map((some) => some.flatMap(sidesOf))
  const weak = { respondents: codebook.respondents, weighting, profiles: null }
  const by = background.flatMap(sidesOf)
  const strong = { ...weak, profiles: everybody(truth, by) }
  const order = { truth, facts }
  for (const some of together) {
    for (const question of [everyone, ...questions.map(answeredSide)]) {
      yield* attackQuestion({ ...order, question, by: some, knowledge: weak, wanted: 'bases' })
    }
  }
  for (const question of questions.flatMap(sidesOf)) {
    const found = [...attackQuestion({ ...order, question, by, knowledge: strong, wanted: 'answers' })]
    yield* found
    // Whoever knows less finds no answer that is hidden from those who know everybody's background.
    if (found.length === 0) continue
    for (const some of together) {
      yield* attackQuestion({ ...order, question, by: some, knowledge: weak, wanted: 'answers' })
    }
  }
}

interface Order {
  readonly truth: TrueWave
  readonly facts: readonly Fact[]
  readonly question: Side
  readonly by: readonly Side[]
  readonly knowledge: Knowledge
  readonly wanted: 'answers' | 'bases'
}

function* attackQuestion({ truth, facts, question, by, knowledge, wanted }: Order): Generator<Finding> {
  const { wave, minimumGroupSize: k } = truth.codebook
  const system = systemOf(facts, question, by, knowledge)
  const counts = countsOf(truth, system)
  const groups = smallGroups(by, system.profiles, basesOf(system, counts), k)
  const targets =
    wanted === 'bases'
      ? groups.map((group) => baseTarget(system, group))
      : groupTargets(system, groups, counts)
  const knows = knowledge.profiles === null ? 'codebook' : 'backgrounds'
  const sets = knows === 'codebook' ? [] : smallSets(system, counts, k, knowledge.weighting)
  for (const { wanted: _, ...found } of [...attackSystem(system.program, targets), ...sets]) {
    yield { wave, knows, question: sideName(question), ...found }
  }
}
