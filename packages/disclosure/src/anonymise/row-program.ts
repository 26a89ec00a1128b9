import type { AnswerProgram } from '../audit/answer-program.ts'
import type { RowKind } from './row-kinds.ts'

/** Of a column of a question, the sets of atoms of which tables show how many gave each answer. */
export type ShownSets = readonly (readonly number[])[]

/** Rows of which one thing is asked: those of a kind, or all that say something. */
export type RowSet = readonly number[]

/** More unknowns than these take minutes. */
const mostUnknowns = 20_000

/**
 * The linear program of whose rows these are: unknown is how many rows of each kind are of each atom. Known is how
 * many rows a kind has and how many respondents an atom, and of each column what the tables show.
 *
 * @param rowSets what is asked of, by number; places of kinds
 * @returns undefined where it has too many unknowns
 */
export function rowProgram(
  kinds: readonly RowKind[],
  sizes: readonly number[],
  atomsOfClass: readonly (readonly number[])[],
  shown: readonly ShownSets[],
  rowSets: readonly RowSet[],
): AnswerProgram | undefined {
  const placesOfKind: Int32Array[] = []
  let unknowns = 0
  for (const { classPlace } of kinds) {
    const places = new Int32Array(sizes.length).fill(-1)
    for (const atom of atomsOfClass[classPlace]!) places[atom] = unknowns++
    placesOfKind.push(places)
  }
  if (unknowns > mostUnknowns) return undefined
  const start = new Float64Array(unknowns)
  for (const [kind, { counts }] of kinds.entries()) {
    for (const [atom, place] of placesOfKind[kind]!.entries()) if (place !== -1) start[place] = counts[atom]!
  }
  const placesOf = (rows: RowSet, atoms: readonly number[]) =>
    rows.flatMap((kind) => atoms.map((atom) => placesOfKind[kind]![atom]!).filter((place) => place !== -1))
  const everywhere = [...sizes.keys()]
  const all = [...kinds.keys()]
  const known = [
    ...all.map((kind) => placesOf([kind], everywhere)),
    ...everywhere.map((atom) => placesOf(all, [atom])),
    ...shown.flatMap((sets, column) =>
      byAnswer(kinds, column).flatMap((rows) => sets.map((atoms) => placesOf(rows, atoms))),
    ),
  ]
  return {
    answers: [...rowSets.keys()],
    sums: {
      lower: new Float64Array(unknowns),
      upper: new Float64Array(unknowns).fill(Number.POSITIVE_INFINITY),
      start,
      sums: known.map((of) => {
        const is = of.reduce((sum, place) => sum + start[place]!, 0)
        return { of, least: is, most: is }
      }),
    },
    termsOf: (rowSet, atoms) => ({ of: placesOf(rowSets[rowSet]!, atoms), sign: 1 }),
  }
}

/** The kinds that give each answer of a column. */
export function byAnswer(kinds: readonly RowKind[], column: number): RowSet[] {
  const sets = new Map<number, number[]>()
  for (const [kind, { answers }] of kinds.entries()) {
    const set = sets.get(answers[column]!)
    if (set === undefined) sets.set(answers[column]!, [kind])
    else set.push(kind)
  }
  return [...sets.values()]
}
