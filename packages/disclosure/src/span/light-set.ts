import { echelonRows, prime, type ReducedRows, reduceRows, rowOf, subtract } from './modular-rows.ts'
import { zeroSumSet } from './zero-sum.ts'

/** Choices that are tried before a search is given up. */
const mostTried = 300_000

/** Columns that are paired with each other to look for sets of up to four. */
const mostPaired = 1500

/** A search that was given up: the answer is not known. */
export const UNKNOWN = Symbol('unknown')

/**
 * A union of atoms with at least 1 and fewer than `k` respondents whose count follows, by addition and subtraction,
 * from the counts of the sets; undefined where there is none. Atoms without respondents are left out: whoever
 * knows that they are empty computes with the others.
 *
 * Source: A set that follows is a word of few ones in the linear code that the sets span. With `j` disjoint sets
 * of columns that each determine a word, one of fewer than `k` ones has at most `(k - 1) / j` ones in one of these
 * (A. Brouwer and K.-H. Zimmermann, in A. Betten et al., Error-Correcting Linear Codes, 2006, section 1.8).
 */
export function lightSet(
  sets: readonly (readonly number[])[],
  sizes: readonly number[],
  k: number,
): readonly number[] | typeof UNKNOWN | undefined {
  const columns = [...sizes.keys()].filter((atom) => sizes[atom]! > 0).sort((a, b) => sizes[b]! - sizes[a]!)
  const light = lightRows(sets, sizes, columns, k)
  if (light.rows.length === 0) return undefined
  const touched = columns.filter((column) => light.rows.some((row) => row[column] !== 0))
  if (k <= 5 && touched.length <= mostPaired) {
    const isSmall = (set: readonly number[]) => set.reduce((sum, atom) => sum + sizes[atom]!, 0) < k
    return zeroSumSet(light, touched, isSmall)
  }
  const uses = sizes.map((size) => Math.min(size, k - 1))
  const bases = disjointBases(reduceRows(light.rows, columns), touched, uses, k)
  if (bases.length >= k) return undefined
  return searchBases(bases, sizes, k)
}

/** A basis of what follows and holds no atom of `k` and more, in echelon form: rows that are 0 at the largest atoms. */
function lightRows(
  sets: readonly (readonly number[])[],
  sizes: readonly number[],
  columns: readonly number[],
  k: number,
): ReducedRows {
  const rows = sets.map((set) =>
    rowOf(
      set.filter((atom) => sizes[atom]! > 0),
      sizes.length,
    ),
  )
  const { rows: all, pivots } = echelonRows(rows, columns)
  const isLight = (_: unknown, index: number) => sizes[pivots[index]!]! < k
  return { rows: all.filter(isLight), pivots: pivots.filter(isLight) }
}

/** The same rows reduced at up to `k` sets of pivots, in which no respondent counts twice. */
function disjointBases(
  first: ReducedRows,
  touched: readonly number[],
  uses: number[],
  k: number,
): ReducedRows[] {
  const rank = first.rows.length
  const bases = [first]
  for (const pivot of first.pivots) uses[pivot]!--
  while (bases.length < k) {
    const left = touched.filter((column) => uses[column]! > 0)
    if (left.length < rank) break
    const next = reduceRows(
      first.rows.map((row) => row.slice()),
      left,
    )
    if (next.rows.length < rank) break
    for (const pivot of next.pivots) uses[pivot]!--
    bases.push(next)
  }
  return bases
}

function searchBases(bases: readonly ReducedRows[], sizes: readonly number[], k: number) {
  const depth = Math.floor((k - 1) / bases.length)
  let tried = 0
  for (const { rows, pivots } of bases) {
    const search = (start: number, sum: Float64Array, size: number, left: number): number[] | undefined => {
      for (let index = start; index < rows.length; index++) {
        const total = size + sizes[pivots[index]!]!
        if (total >= k || ++tried > mostTried) continue
        const set = sum.slice()
        subtract(set, rows[index]!, prime - 1)
        const found =
          smallSet(set, sizes, k) ?? (left > 1 ? search(index + 1, set, total, left - 1) : undefined)
        if (found !== undefined) return found
      }
      return undefined
    }
    const found = search(0, new Float64Array(sizes.length), 0, depth)
    if (found !== undefined) return found
  }
  return tried > mostTried ? UNKNOWN : undefined
}

/** The atoms of a row of zeros and ones of fewer than `k` respondents. */
function smallSet(row: Float64Array, sizes: readonly number[], k: number): number[] | undefined {
  let size = 0
  for (let atom = 0; atom < row.length; atom++) {
    if (row[atom]! > 1) return undefined
    if (row[atom] === 1) size += sizes[atom]!
  }
  return size < k ? [...row.keys()].filter((atom) => row[atom] === 1) : undefined
}
