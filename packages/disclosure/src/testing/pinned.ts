import type { Maximise, Solver } from '../audit/solver.ts'
import type { IsWithheld, KnownGroup, KnownTables } from './attacker.ts'

/** How many of each kind of respondent gave each answer, which an attacker does not know. */
interface Unknowns {
  /** By answer, by kind. */
  readonly counts: readonly (readonly number[])[]
  /** Answers of which everyone gave exactly one. */
  readonly choices: readonly (readonly number[])[]
}

/**
 * A small or unanimous group of which all that is shown leaves one count of an answer that was given, or one answer; by the
 * linear program of everything at once. An option of several is one answer, and not naming it the other.
 */
export function findPinned(
  known: KnownTables,
  isWithheld: IsWithheld,
  { k, exclusive }: { readonly k: number; readonly exclusive: boolean },
  solver: Solver,
): string | undefined {
  const { counts, choices } = unknownsOf(known, exclusive)
  const kinds = known.sizes.length
  const truth = counts.flat()
  const sum = (of: readonly number[]) => {
    const total = of.reduce((all, place) => all + truth[place]!, 0)
    return { of, least: total, most: total }
  }
  const sums = [
    ...choices.flatMap((answers) =>
      known.sizes.map((_, kind) => sum(answers.map((one) => one * kinds + kind))),
    ),
    ...known.groups
      .filter((group) => !isWithheld(group))
      .flatMap((group) => counts.map((_, answer) => sum(placesOf(group, answer)))),
  ]
  const program = {
    lower: new Float64Array(truth.length),
    upper: Float64Array.from(truth, (_, place) => known.sizes[place % kinds]!),
    sums: sums.filter(({ of }) => of.length > 0),
    start: truth,
  }
  const withheld = known.groups.filter(
    (group) => group.size > 0 && (group.size < k || group.isUnanimous) && isWithheld(group),
  )
  if (truth.length === 0 || withheld.length === 0) return undefined
  const found = solver(program, (maximise) =>
    withheld.find(
      (group) =>
        choices.some((answers) => isPinned(group, answers, truth, maximise, exclusive)) ||
        (!exclusive && choices.every(([named]) => isUnnamed(group, named!, truth, maximise))),
    ),
  )
  return found && `${found.family} ${found.key}`
}

function unknownsOf({ sizes, answers }: KnownTables, exclusive: boolean): Unknowns {
  if (exclusive) return { counts: answers, choices: [[...answers.keys()]] }
  return {
    counts: answers.flatMap((named) => [named, named.map((count, kind) => sizes[kind]! - count)]),
    choices: answers.map((_, option) => [2 * option, 2 * option + 1]),
  }
}

const placesOf = ({ members }: KnownGroup, answer: number) =>
  members.flatMap((one, kind) => (one === 1 ? [answer * members.length + kind] : []))

function isPinned(
  group: KnownGroup,
  answers: readonly number[],
  truth: readonly number[],
  maximise: Maximise,
  exclusive: boolean,
): boolean {
  const total = (values: ArrayLike<number>, places: readonly number[]) =>
    places.reduce((sum, place) => sum + values[place]!, 0)
  /** By how much a count may be higher, or lower. */
  const change = (answer: number, sign: number) => {
    const places = placesOf(group, answer)
    const weights = new Float64Array(truth.length)
    for (const place of places) weights[place] = sign
    return sign * (total(maximise(weights), places) - total(truth, places))
  }
  const canBeOther = (most: number) => most > 1 - 1e-6
  const given = answers.filter((answer) => total(truth, placesOf(group, answer)) > 0)
  const named = exclusive ? given : given.filter((answer) => answer === answers[0])
  if (named.some((answer) => !canBeOther(change(answer, 1)) && !canBeOther(change(answer, -1)))) return true
  const others = answers.filter((answer) => !given.includes(answer))
  return exclusive && given.length === 1 && !others.some((answer) => canBeOther(change(answer, 1)))
}

/** Whether nobody in a group can have named an option. */
function isUnnamed(group: KnownGroup, option: number, truth: readonly number[], maximise: Maximise): boolean {
  const weights = new Float64Array(truth.length)
  const places = placesOf(group, option)
  for (const place of places) weights[place] = 1
  const values = maximise(weights)
  return places.reduce((sum, place) => sum + values[place]!, 0) < 1 - 1e-6
}
