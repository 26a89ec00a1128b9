import type { AnswerBounds } from './answer-bounds.ts'
import type { PublishedAnswers } from './published-answers.ts'
import { rowEchelon } from './row-echelon.ts'
import type { KnownSums } from './solver.ts'

/** Unknowns of a program that together change a count: upwards by their sum, or downwards where `sign` is -1. */
export interface Terms {
  readonly of: readonly number[]
  readonly sign: 1 | -1
}

/**
 * The linear program of which numbers may have given some of the answers, the other answers being as they are.
 * Its unknowns are the numbers of each answer in each atom, except for one answer, which is what is left.
 */
export interface AnswerProgram {
  readonly answers: readonly number[]
  /** It starts from the truth. */
  readonly sums: KnownSums
  /** What the number of an answer in a set of atoms depends on. */
  readonly termsOf: (answer: number, set: readonly number[]) => Terms
}

interface Unknown {
  readonly answer: number
  readonly atom: number
  readonly least: number
  readonly most: number
}

/** The unknowns of an atom, and the bounds of their sum. */
interface Room {
  readonly unknowns: readonly Unknown[]
  readonly least: number
  readonly most: number
}

export function answerProgram(
  known: PublishedAnswers,
  bounds: AnswerBounds,
  answers: readonly number[],
): AnswerProgram {
  const totals = known.answers.map((counts) => counts.reduce((sum, count) => sum + count, 0))
  const rest = answers.reduce((most, answer) => (totals[answer]! > totals[most]! ? answer : most))
  const others = answers.filter((answer) => answer !== rest)
  const rooms = Array.from(known.sizes.keys(), (atom) => roomIn(known, bounds, { rest, others }, atom))
  const unknowns = rooms.flatMap((room) => room.unknowns)
  const places = known.answers.map(() => new Int32Array(known.sizes.length).fill(-1))
  for (const [place, { answer, atom }] of unknowns.entries()) places[answer]![atom] = place
  const placesOf = (answer: number, set: readonly number[]) =>
    set.map((atom) => places[answer]![atom]!).filter((place) => place !== -1)
  const start = unknowns.map(({ answer, atom }) => known.answers[answer]![atom]!)
  const published = others.flatMap((answer) => {
    const sets = known.published.map((set) => set.filter((atom) => places[answer]![atom] !== -1))
    return rowEchelon(sets, known.sizes.length).independent.map((set) => {
      const of = placesOf(answer, set)
      const is = of.reduce((sum, place) => sum + start[place]!, 0)
      return { of, least: is, most: is }
    })
  })
  return {
    answers,
    sums: {
      lower: unknowns.map(({ least }) => least),
      upper: unknowns.map(({ most }) => most),
      start,
      sums: [
        ...published,
        ...rooms.flatMap(({ unknowns: own, least, most }) =>
          own.length > 1 ? [{ of: own.map(({ answer, atom }) => places[answer]![atom]!), least, most }] : [],
        ),
      ],
    },
    termsOf: (answer, set) =>
      answer === rest
        ? { of: others.flatMap((other) => placesOf(other, set)), sign: -1 }
        : { of: placesOf(answer, set), sign: 1 },
  }
}

function roomIn(
  known: PublishedAnswers,
  { least, most }: AnswerBounds,
  { rest, others }: { readonly rest: number; readonly others: readonly number[] },
  atom: number,
): Room {
  const count = (answer: number) => known.answers[answer]![atom]!
  const unknowns = others
    .map((answer) => ({ answer, atom, least: least[answer]![atom]!, most: most[answer]![atom]! }))
    .filter((unknown) => unknown.least < unknown.most)
  const sum = unknowns.reduce((total, { answer }) => total + count(answer), 0)
  const room = {
    least: sum + count(rest) - most[rest]![atom]!,
    most: sum + count(rest) - least[rest]![atom]!,
  }
  const [only] = unknowns
  if (only === undefined || unknowns.length > 1) return { unknowns, ...room }
  const own = { ...only, least: Math.max(only.least, room.least), most: Math.min(only.most, room.most) }
  return { unknowns: own.least < own.most ? [own] : [], ...room }
}
