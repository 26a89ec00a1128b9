import type { WaveData } from '@peo/tabulation'
import { questionAnswers } from '../plan/answer-counts.ts'
import { lightSet } from '../span/light-set.ts'
import type { ShownGroups } from './shown-groups.ts'
import type { ClassRows } from './withhold-answers.ts'

/** With more classes and groups than these together, what follows from them is not worked out: they count as unsafe. */
const mostSets = 400

/**
 * Whether the answers of these classes may be shown next to the tables: for no question do they and the groups of
 * the tables, added and subtracted, give those of fewer than `k` respondents.
 */
export function safeClasses(
  data: WaveData,
  { grouping, shown }: ShownGroups,
  k: number,
): (classes: ClassRows) => boolean {
  const { patterns, patternOf } = grouping
  const answered = [...shown].map(([question, places]) => ({
    places: new Set(places),
    answered: answeredBy(data, question),
  }))
  return (classes) => {
    if (classes.length + Math.max(...answered.map(({ places }) => places.size)) > mostSets) return false
    const atoms = new Map<string, number>()
    const atomOf = new Int32Array(data.size)
    const sets: number[][] = classes.map(() => [])
    const patternOfAtom: number[] = []
    for (const [place, rows] of classes.entries()) {
      for (const row of rows) {
        const key = `${patternOf[row]} ${place}`
        const atom = atoms.get(key) ?? atoms.size
        if (!atoms.has(key)) {
          atoms.set(key, atom)
          sets[place]!.push(atom)
          patternOfAtom.push(patternOf[row]!)
        }
        atomOf[row] = atom
      }
    }
    return answered.every((question) => {
      const sizes = new Array<number>(atoms.size).fill(0)
      for (let row = 0; row < data.size; row++) sizes[atomOf[row]!]! += question.answered[row]!
      const groups = [...question.places].map((group) =>
        patternOfAtom.flatMap((pattern, atom) => (patterns[pattern]!.groups.includes(group) ? [atom] : [])),
      )
      return lightSet([...groups, ...sets], sizes, k) === undefined
    })
  }
}

function answeredBy(data: WaveData, question: string): Uint8Array {
  if (question === '') return new Uint8Array(data.size).fill(1)
  const categories = data.variables.get(question)?.categories ?? []
  return questionAnswers(data.columns.get(question), categories, data.size).answered
}
