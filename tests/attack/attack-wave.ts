import { attackSystem, type Target } from './attack-system.ts'
import type { CodebookVariable, WaveCodebook } from './codebook.ts'
import type { Fact } from './fact.ts'
import { mergeFacts } from './fact.ts'
import type { Finding } from './finding.ts'
import { smallGroups } from './groups.ts'
import { type Knowledge, type Profile, type System, sizesFromBases, systemOf } from './linear-system.ts'
import { solveNumbers } from './number-make-ups.ts'
import { type Respondent, valueOn } from './respondent.ts'
import { type Side, sideName, sidesOf } from './side.ts'
import { smallSets } from './small-sets.ts'
import { basesOf, baseTarget, type Counts, groupTargets, pairTargets } from './targets.ts'
import { solveWeights, type Weighting } from './weight-classes.ts'

/** A wave as it truly is: what an attacker's success is judged by. */
export interface TrueWave {
  readonly codebook: WaveCodebook
  readonly respondents: readonly Respondent[]
  /** How it was weighted, where that is by background; readers know it. */
  readonly weighting: Weighting | null
}

/** A question that stands for nothing: the sizes of the groups themselves. */
const nothing: Side = {
  code: '',
  values: ['everyone'],
  nets: {},
  numeric: false,
  option: null,
  members: [],
  askedIf: null,
}

/** Everything that can be found out about fewer than k respondents of a wave from what was gathered. */
export function attackWave(truth: TrueWave, gathered: readonly Fact[]): Finding[] {
  const { codebook, weighting } = truth
  const own = gathered.filter(({ wave }) => wave === codebook.wave)
  const read = [
    ...own,
    ...solveNumbers(own, codebook),
    ...(weighting === null ? [] : solveWeights(own, weighting)),
  ]
  const questions = codebook.variables.filter(({ background }) => !background)
  const sizes = sizesFromBases(
    read,
    questions.map(({ code }) => code),
    codebook.respondents,
  )
  const facts = mergeFacts([...read, ...sizes])
  return [...attackBackground(truth, facts, questions), ...attackPairs(truth, facts, questions)]
}

function attackBackground(truth: TrueWave, facts: readonly Fact[], questions: readonly CodebookVariable[]) {
  const { codebook, weighting } = truth
  const background = codebook.variables.filter((variable) => variable.background)
  const together = sidesTogether(codebook, background).map((variables) => variables.flatMap(sidesOf))
  const weak = { respondents: codebook.respondents, weighting, profiles: null }
  const by = background.flatMap(sidesOf)
  const strong = { ...weak, profiles: everybody(truth, by) }
  return [nothing, ...questions.flatMap(sidesOf)].flatMap((question) => {
    const order = { truth, facts, question }
    const found =
      question === nothing ? [] : attackQuestion({ ...order, by, knowledge: strong, wanted: 'answers' })
    // Whoever knows less finds no answer that is hidden from those who know everybody's background.
    const wanted = found.length > 0 ? 'answers and bases' : 'bases'
    return [
      ...found,
      ...together.flatMap((some) => attackQuestion({ ...order, by: some, knowledge: weak, wanted })),
    ]
  })
}

/** Pairs of background variables with all that breakdowns tie to them: further ones add nothing to what is known. */
function sidesTogether(
  { breakdowns }: WaveCodebook,
  background: readonly CodebookVariable[],
): CodebookVariable[][] {
  const pairs = background.flatMap((one, index) => background.slice(index).map((other) => [one, other]))
  const sets = pairs.map((pair) => {
    const codes = new Set(pair.map(({ code }) => code))
    for (const _ of background) {
      for (const tied of breakdowns.filter((set) => set.some((code) => codes.has(code)))) {
        for (const code of tied) codes.add(code)
      }
    }
    return background.filter(({ code }) => codes.has(code))
  })
  const named = sets.map((set) => [set.map(({ code }) => code).join(), set] as const)
  const distinct = [...new Map(named)]
  return distinct.flatMap(([name, set]) => {
    const isPart = distinct.some(
      ([other]) => other !== name && set.every(({ code }) => other.split(',').includes(code)),
    )
    return isPart ? [] : [set]
  })
}

interface Order {
  readonly truth: TrueWave
  readonly facts: readonly Fact[]
  readonly question: Side
  readonly by: readonly Side[]
  readonly knowledge: Knowledge
  readonly wanted: 'answers' | 'bases' | 'answers and bases'
}

function attackQuestion({ truth, facts, question, by, knowledge, wanted }: Order): Finding[] {
  const { wave, minimumGroupSize: k } = truth.codebook
  const system = systemOf(facts, question, by, knowledge)
  const counts = countsOf(truth, system)
  const groups = smallGroups(by, system.profiles, basesOf(system, counts), k)
  const targets = [
    ...(wanted === 'answers' ? [] : groups.map((group) => baseTarget(system, group))),
    ...(wanted === 'bases' ? [] : groupTargets(system, groups, counts)),
  ]
  const found = attackSystem(system.program, targets)
  const sets = knowledge.profiles === null ? [] : smallSets(system, counts, k, knowledge.weighting)
  const knows = knowledge.profiles === null ? 'codebook' : 'backgrounds'
  return [...found, ...sets].map((target) => toFinding(target, wave, knows, sideName(question)))
}

/** Every question by every other, and by each option where there are several answers. */
function attackPairs(truth: TrueWave, facts: readonly Fact[], questions: readonly CodebookVariable[]) {
  const { codebook, weighting } = truth
  const weak = { respondents: codebook.respondents, weighting, profiles: null }
  const sides = questions.flatMap(sidesOf).sort((a, b) => Number(b.numeric) - Number(a.numeric))
  return sides.flatMap((question, index) =>
    sides.slice(index + 1).flatMap((other): Finding[] => {
      if (other.code === question.code || other.numeric) return []
      const own = facts.filter(({ of }) => question.code in of || other.code in of)
      const system = systemOf(own, question, [other], weak)
      const targets = pairTargets(system, countsOf(truth, system), codebook.minimumGroupSize)
      const name = `${sideName(question)} × ${sideName(other)}`
      return attackSystem(system.program, targets).map((target) =>
        toFinding(target, codebook.wave, 'codebook', name),
      )
    }),
  )
}

function toFinding(target: Target, wave: string, knows: Finding['knows'], question: string): Finding {
  const { wanted: _, ...finding } = target
  return { wave, knows, question, ...finding }
}

/** The profiles that respondents truly have, and how many have each. */
function everybody({ respondents }: TrueWave, by: readonly Side[]): Profile[] {
  const sizes = new Map<string, Profile & { size: number }>()
  for (const respondent of respondents) {
    const values = by.map((side) => valueOn(side, respondent))
    const key = JSON.stringify(values)
    sizes.set(key, { values, size: (sizes.get(key)?.size ?? 0) + 1 })
  }
  return [...sizes.values()]
}

function countsOf({ respondents }: TrueWave, { question, by, profiles }: System): Counts {
  const width = question.values.length
  const places = new Map(profiles.map(({ values }, index) => [JSON.stringify(values), index]))
  const counts = new Uint32Array(profiles.length * width)
  for (const respondent of respondents) {
    const profile = places.get(JSON.stringify(by.map((side) => valueOn(side, respondent))))!
    const answer = question.code === '' ? 0 : question.values.indexOf(valueOn(question, respondent))
    counts[profile * width + answer]! += 1
  }
  return counts
}
