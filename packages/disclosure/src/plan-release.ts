import { unitOf, type WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { type QuestionAnswers, questionAnswers } from './plan/answer-counts.ts'
import { familyReasons, type GroupReasons } from './plan/group-reasons.ts'
import type { Grouping } from './plan/grouping.ts'
import { makeGrouping } from './plan/make-grouping.ts'
import { type PlannedQuestion, planQuestion } from './plan/plan-question.ts'
import { type DisclosurePolicy, familyKey, type ReleasePlan, type WithheldGroups } from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'

/** The lowest k that staff may set. */
export const LOWEST_MINIMUM = 5

/** Is told how many of a wave's questions are done. */
export type Progress = (done: number, of: number) => void

const nothingWithheld: GroupReasons = new Map()

/**
 * Decides, for every released shape, which groups are withheld: see docs/disclosure.md.
 *
 * @throws RangeError when the policy asks for groups below five.
 */
export function planRelease(
  data: WaveData,
  policy: DisclosurePolicy,
  solver: Solver,
  progress: Progress = () => {},
): ReleasePlan {
  const k = policy.minimumGroupSize
  if (!(k >= LOWEST_MINIMUM)) throw new RangeError(`minimum group size ${k} is below ${LOWEST_MINIMUM}`)
  const wave = readWave(data, policy)
  const withheld: Record<string, WithheldGroups> = {}
  const withheldWeighted: Record<string, WithheldGroups> = {}
  let before = nothingWithheld
  // What the table of background alone withholds, every question withholds.
  for (const [done, question] of ['', ...policy.questions].entries()) {
    const planned = plannedQuestion(wave, question, before)
    const plan = planQuestion(planned, policy, solver)
    if (question === '') before = plan.plain
    const groups = planned.groupings.flatMap((grouping) => grouping.groups)
    for (const family of releasedFamilies(policy).filter((candidate) => candidate.question === question)) {
      withheld[familyKey(family)] = familyReasons(plan.plain, groups, family)
      withheldWeighted[familyKey(family)] = familyReasons(plan.weighted, groups, family)
    }
    progress(done, policy.questions.length)
  }
  return { ...policy, wave: data.wave, withheld, withheldWeighted }
}

interface ReadWave {
  readonly data: WaveData
  readonly background: Grouping
  readonly byQuestion: ReadonlyMap<string, Grouping>
  readonly classOf?: Int32Array
}

function readWave(data: WaveData, { breakdowns, questions }: DisclosurePolicy): ReadWave {
  const classOf = sampleClasses(data)
  return {
    data,
    background: makeGrouping(data, breakdowns, false),
    byQuestion: new Map(questions.map((code) => [code, makeGrouping(data, [[code]], true)])),
    ...(classOf && { classOf }),
  }
}

function plannedQuestion(wave: ReadWave, question: string, before: GroupReasons): PlannedQuestion {
  const { data, background, byQuestion, classOf } = wave
  const variable = data.variables.get(question)
  const others = question === '' ? [] : [...byQuestion].filter(([code]) => code !== question)
  return {
    answers:
      question === ''
        ? everyone(data.size)
        : questionAnswers(data.columns.get(question), variable?.categories ?? [], data.size),
    groupings: [background, ...others.map(([, grouping]) => grouping)],
    before,
    ...(variable?.askedIf && { routing: variable.askedIf }),
    ...(classOf && { classOf }),
  }
}

/** In a table of background alone everyone is counted, and gives no answer. */
function everyone(size: number): QuestionAnswers {
  return { codes: [], exclusive: false, answered: new Uint8Array(size).fill(1), of: () => [] }
}

/** By respondent, a number for each weight in each sampling unit; undefined in a wave without either. */
function sampleClasses({ weights, design, size }: WaveData): Int32Array | undefined {
  if (weights === undefined && design === undefined) return undefined
  const classes = new Map<string, number>()
  return Int32Array.from({ length: size }, (_, respondent) => {
    const key = `${weights?.[respondent] ?? 1} ${design === undefined ? 0 : unitOf(design, respondent)}`
    const known = classes.get(key) ?? classes.size
    classes.set(key, known)
    return known
  })
}
