import { loadSolver, planRelease, type ReleasePlan } from '@peo/disclosure'
import { attackPlan } from './attack-plan.ts'
import type { CodebookVariable } from './codebook.ts'
import type { Finding } from './finding.ts'
import { dataOf, type HardWave } from './hard-wave.ts'
import type { Respondent } from './respondent.ts'

const solver = await loadSolver()

/** A question of one answer, or what more says; nets as `{ both: ['a', 'b'] }`. */
export function asked(
  code: string,
  categories: readonly string[],
  more: Partial<Pick<CodebookVariable, 'measurement' | 'askedIf' | 'minimum' | 'maximum'>> & {
    readonly background?: boolean
    readonly nets?: Readonly<Record<string, readonly string[]>>
  } = {},
): CodebookVariable {
  const nets = Object.entries(more.nets ?? {}).map(([net, members]) => ({ code: net, categories: members }))
  return {
    code,
    measurement: 'NOMINAL',
    background: false,
    categories,
    askedIf: null,
    minimum: null,
    maximum: null,
    ...more,
    nets,
  }
}

/** A background variable. */
export function background(
  code: string,
  categories: readonly string[],
  nets: Readonly<Record<string, readonly string[]>> = {},
): CodebookVariable {
  return asked(code, categories, { background: true, nets })
}

/** As many respondents with the same answers. */
export function people(count: number, answers: Respondent): Respondent[] {
  return Array.from({ length: count }, () => answers)
}

/** A wave of these respondents, released by each background variable and by these pairs. */
export function madeWave(
  variables: readonly CodebookVariable[],
  respondents: readonly Respondent[],
  pairs: readonly (readonly string[])[] = [],
): HardWave {
  const codes = variables.filter((variable) => variable.background).map(({ code }) => code)
  const breakdowns = [...codes.map((code) => [code]), ...pairs]
  const questions = variables.filter((variable) => !variable.background).map(({ code }) => code)
  return {
    codebook: { wave: 'made', minimumGroupSize: 5, respondents: respondents.length, breakdowns, variables },
    respondents,
    weighting: null,
    policy: { minimumGroupSize: 5, background: codes, questions, breakdowns },
  }
}

/** The plan that the wave would be published with. */
export function planOf(wave: HardWave): ReleasePlan {
  return planRelease(dataOf(wave), wave.policy, solver)
}

/** What is found out when a wave is published by its plan, and by a plan that was changed. */
export function attackBoth(wave: HardWave, weaken: (plan: ReleasePlan) => ReleasePlan) {
  const plan = planOf(wave)
  return { protectedWave: [...attackPlan(wave, plan)], weakened: [...attackPlan(wave, weaken(plan))] }
}

/** What was found of a group, as `question: what answer = value`, whatever it took to know. */
export function foundOf(findings: Iterable<Finding>, group: string): string[] {
  const lines = [...findings]
    .filter((finding) => finding.group === group)
    .map(({ question, found, answer, value }) => `${question}: ${found} ${answer} = ${value}`)
  return [...new Set(lines)]
}
