import type { WaveData } from '@peo/tabulation'
import { exchangesOf } from '../audit/exchanges.ts'
import { unchanging } from '../audit/find-changes.ts'
import type { Solver } from '../audit/solver.ts'
import { type GroupReasons, reasonOf, reasonsOf } from '../plan/group-reasons.ts'
import { type Group, type GroupSystem, jointSystem } from '../plan/group-system.ts'
import { readWave } from '../plan/read-wave.ts'
import { smallCombinations } from '../plan/small-combinations.ts'
import type { ReleasePlan } from '../release-plan.ts'
import { CLASS, classGrouping } from './class-grouping.ts'
import { rowKinds } from './row-kinds.ts'
import { rowProgram, type ShownSets } from './row-program.ts'
import { suspectedRows } from './suspected-rows.ts'
import type { ClassRows, ReleasedQuestion } from './withhold-answers.ts'

/** Unknowns times sums of the programs that are solved for a wave: about a second. */
const mostWork = 2.5e6

/** Of more atoms, only the groups of the tables are looked at. */
const mostAtoms = 500

/** Whether rows of these classes may give the answers to all of these questions side by side. */
export type AreOpen = (classes: ClassRows, questions: readonly ReleasedQuestion[]) => boolean

/**
 * Whether rows, read next to the tables by background, leave open what fewer than k whom any categories single out
 * together answered, and which rows are theirs. A row ties the answers of one respondent, so the tables of all its
 * questions place it together, mostly where those of each alone would not. Readers are taken to know everybody's
 * background. What takes too much work to find out counts as telling.
 */
export function openQuestions(data: WaveData, plan: ReleasePlan, solver: Solver): AreOpen {
  const { background, classOf } = readWave(data, plan)
  const answered = new Uint8Array(data.size).fill(1)
  let work = mostWork
  return (classes, questions) => {
    const groupings = [background, classGrouping(classes, data.size)]
    const system = jointSystem(groupings, { answered, ...(classOf && { classOf }) })
    const kinds = rowKinds(system, classes, questions)
    if (kinds === undefined) return false
    const { rowSets, suspected } = suspectedRows(kinds, questions, secretsIn(system, plan.minimumGroupSize))
    const shown = questions.flatMap(({ variable, columns }) => {
      const sets = shownSets(system, plan, variable)
      return columns.map(() => sets)
    })
    const atomsOfClass = classes.map((rows) => [...new Set(rows.map((row) => system.atomOf[row]!))])
    const countsOf = (rows: readonly number[]) =>
      system.sizes.map((_, atom) => rows.reduce((sum, kind) => sum + kinds[kind]!.counts[atom]!, 0))
    // Respondents of one class who are in the same sets can exchange their rows, whatever these say.
    const isExchanged = exchangesOf({
      sizes: system.sizes,
      answers: rowSets.map(countsOf),
      exclusive: false,
      published: [...atomsOfClass, ...new Set(shown.flat())],
      withheld: [],
    })
    const left = suspected.filter(({ counts }) => !counts.some(isExchanged))
    if (left.length === 0) return true
    const program = rowProgram(kinds, system.sizes, atomsOfClass, shown, rowSets)
    if (program === undefined) return false
    const cost = program.sums.sums.length * program.sums.lower.length
    if (cost > work) return false
    work -= cost
    return unchanging(program, left, left.length, solver, 1).length === 0
  }
}

function secretsIn(system: GroupSystem, k: number): readonly (readonly number[])[] {
  if (system.sizes.length <= mostAtoms) return smallCombinations(system, k)
  return system.groups.filter(({ size }) => size > 0 && size < k).map(({ atoms }) => atoms)
}

/** The sets of atoms that tables show a question of: groups, and in weighted ones those of equal weight in them. */
function shownSets({ groups }: GroupSystem, plan: ReleasePlan, question: string): ShownSets {
  const ofTables = groups.filter(({ names }) => names.every(({ by }) => by[0] !== CLASS))
  const isShown = (reasons: GroupReasons) => (group: Group) => reasonOf(reasons, group) === undefined
  const plain = ofTables.filter(isShown(reasonsOf(plan.withheld, question)))
  const weighted = ofTables.filter(isShown(reasonsOf(plan.withheldWeighted, question)))
  return [
    ...plain.map(({ atoms }) => atoms),
    ...weighted.flatMap(({ parts }) => (parts.length > 1 ? parts : [])),
  ]
}
