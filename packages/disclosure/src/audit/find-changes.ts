import type { AnswerProgram, Terms } from './answer-program.ts'
import type { Maximise, Solver } from './solver.ts'

/** Counts of which it is asked whether one of them can differ from the truth by a respondent. */
export interface Question {
  readonly counts: readonly Count[]
}

/** How many of a set of atoms gave an answer. */
export interface Count {
  readonly answer: number
  readonly atoms: readonly number[]
  readonly isZero: boolean
}

/** By how much a count must be able to differ: one respondent, but for rounding. */
const one = 1 - 1e-6

/** Steps after which a search for many changes at once looks which it found. */
const steps = 300

/** The least share of questions that a search for many at once must answer to be continued. */
const worthwhile = 0.1

/** For fewer others it costs more than it saves to ask of them as well. */
const many = 20

/** How much more is made of what is asked for above all. */
const above = 100

interface Asked<Q> {
  readonly question: Q
  readonly terms: readonly (Terms & { readonly isZero: boolean })[]
}

/**
 * Which questions a program answers with no. It looks for many changes at once, as long as that finds enough; of
 * the questions that are left, if they are no more than `few`, each is then decided.
 *
 * @param enough after so many questions with the answer no, the rest is left undecided and taken for such
 * @returns the questions with the answer no; where more than `few` are left, those without the answer yes
 */
export function unchanging<Q extends Question>(
  program: AnswerProgram,
  questions: readonly Q[],
  few: number,
  solver: Solver,
  enough = Number.POSITIVE_INFINITY,
): Q[] {
  const asked = questions.map((question) => ({
    question,
    terms: question.counts
      .filter(({ answer }) => program.answers.includes(answer))
      .map(({ answer, atoms, isZero }) => ({ ...program.termsOf(answer, atoms), isZero })),
  }))
  if (program.sums.lower.length === 0) return [...questions]
  const left = solver(program.sums, (maximise) => {
    const search = { start: program.sums.start, maximise }
    const together = searchTogether(search, asked)
    return together.length > few ? together : searchEach(search, together, enough)
  })
  return left.map(({ question }) => question)
}

interface Search {
  readonly start: ArrayLike<number>
  readonly maximise: Maximise
}

function searchTogether<Q>({ start, maximise }: Search, asked: readonly Asked<Q>[]): readonly Asked<Q>[] {
  let left = asked
  for (let round = 0; left.length > 0; round++) {
    const weights = new Float64Array(start.length)
    for (const [index, { terms }] of left.entries()) {
      const chosen = terms[(index + round) % terms.length]
      if (chosen !== undefined) add(weights, chosen, chosen.isZero || (index + round) % 2 === 0 ? 1 : -1)
    }
    const values = maximise(weights, steps) ?? maximise(weights)
    const still = left.filter((one) => !hasChange(one, start, values))
    if (left.length - still.length < worthwhile * left.length) return still
    left = still
  }
  return left
}

function searchEach<Q>({ start, maximise }: Search, asked: readonly Asked<Q>[], enough: number): Asked<Q>[] {
  const changed = new Set<Asked<Q>>()
  let unchanged = 0
  const note = (values: Float64Array) => {
    for (const other of asked) if (hasChange(other, start, values)) changed.add(other)
  }
  for (const [index, each] of asked.entries()) {
    if (changed.has(each)) continue
    if (unchanged >= enough) break
    // Others come along, so that the next of them need not be asked. Only what is asked alone is decided by a no.
    const others = asked.slice(index + 1).filter((other) => !changed.has(other))
    if (others.length > many) note(maximise(weightsOf(start.length, each, others, index)))
    for (const terms of each.terms) {
      for (const times of terms.isZero ? [1] : [1, -1]) {
        if (changed.has(each)) continue
        const weights = new Float64Array(start.length)
        add(weights, terms, times)
        note(maximise(weights))
      }
    }
    if (!changed.has(each)) unchanged++
  }
  return asked.filter((each) => !changed.has(each))
}

/** What is asked for above all, and a little of all others, some upwards and some downwards. */
function weightsOf<Q>(size: number, each: Asked<Q>, others: readonly Asked<Q>[], turn: number): Float64Array {
  const weights = new Float64Array(size)
  const [first] = each.terms
  if (first !== undefined) add(weights, first, first.isZero || turn % 2 === 0 ? above : -above)
  for (const [index, { terms }] of others.entries()) {
    const chosen = terms[(index + turn) % terms.length]
    if (chosen !== undefined) add(weights, chosen, chosen.isZero || (index + turn) % 3 === 0 ? 1 : -1)
  }
  return weights
}

function add(weights: Float64Array, { of, sign }: Terms, times: number): void {
  for (const place of of) weights[place]! += sign * times
}

function hasChange<Q>({ terms }: Asked<Q>, start: ArrayLike<number>, values: Float64Array): boolean {
  return terms.some(({ of }) => {
    const change = of.reduce((sum, place) => sum + values[place]! - start[place]!, 0)
    return Math.abs(change) >= one
  })
}
