import type { WaveData } from '@peo/tabulation'
import { questionAnswers } from '../plan/answer-counts.ts'
import { lightSet } from '../span/light-set.ts'
import type { ShownGroups } from './shown-groups.ts'
import { areShownTogether } from './shown-together.ts'
import type { ClassRows } from './withhold-answers.ts'

/** Multiplications that are spent on what follows from classes, some seconds of work for all of them together. */
const mostWork = 1e9

/**
 * Whether the answers of these classes may be shown next to the tables: for no question do they and the groups of
 * the tables, added and subtracted, give those of fewer than `k` respondents. Classes that unite shown groups give
 * nothing new. Of others that is worked out; when that has taken too long, they count as unsafe.
 */
export function safeClasses(data: WaveData, shown: ShownGroups, k: number): (classes: ClassRows) => boolean {
  const questions = [...shown.shown]
    .map(([question, places]) => ({ places, answered: answeredBy(data, question) }))
    // Of a question that fewer answered, every answer is rare: none is shown.
    .filter(({ answered }) => answered.reduce((sum, one) => sum + one, 0) >= k)
  let work = mostWork
  return (classes) => {
    if (areShownTogether(shown, classes)) return true
    const { sets, patternOfAtom, atomOf } = atomsOf(classes, shown)
    return questions.every(({ places, answered }) => {
      work -= (places.length + sets.length) ** 2 * patternOfAtom.length
      if (work < 0) return false
      const sizes = new Array<number>(patternOfAtom.length).fill(0)
      for (let row = 0; row < data.size; row++) sizes[atomOf[row]!]! += answered[row]!
      const groups = places.map((group) =>
        patternOfAtom.flatMap((pattern, atom) =>
          shown.grouping.patterns[pattern]!.groups.includes(group) ? [atom] : [],
        ),
      )
      return lightSet([...groups, ...sets], sizes, k) === undefined
    })
  }
}

/** Respondents who are in the same groups and the same class. */
function atomsOf(classes: ClassRows, { grouping: { patternOf } }: ShownGroups) {
  const atomOf = new Int32Array(patternOf.length)
  const patternOfAtom: number[] = []
  const sets = classes.map((rows) => {
    const atoms = new Map<number, number>()
    for (const row of rows) {
      const pattern = patternOf[row]!
      const atom = atoms.get(pattern) ?? patternOfAtom.push(pattern) - 1
      atoms.set(pattern, atom)
      atomOf[row] = atom
    }
    return [...atoms.values()]
  })
  return { sets, patternOfAtom, atomOf }
}

function answeredBy(data: WaveData, question: string): Uint8Array {
  if (question === '') return new Uint8Array(data.size).fill(1)
  const categories = data.variables.get(question)?.categories ?? []
  return questionAnswers(data.columns.get(question), categories, data.size).answered
}
