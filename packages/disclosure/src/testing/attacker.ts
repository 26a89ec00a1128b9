import { type Family, familyKey } from '../release-plan.ts'
import { exactNullSpace } from './exact-span.ts'
import { smallSetThatFollows } from './small-sets.ts'
import type { TestAnswers, TestVariable } from './small-wave.ts'

/** A wave as its answers, which an attacker's success is judged by. */
export interface KnownWave {
  readonly variables: readonly TestVariable[]
  readonly respondents: readonly TestAnswers[]
}

/** A group that tables show. */
export interface KnownGroup {
  readonly family: string
  readonly key: string
  readonly size: number
  /** Per kind of respondent, 1 where those belong to it. */
  readonly members: readonly number[]
  /** Whether one answer was given by all in it; of several options, perhaps none. */
  readonly isUnanimous: boolean
}

/** What tables of one question speak of: kinds of respondents, that is, those who are in the same groups. */
export interface KnownTables {
  /** Respondents per kind. Combinations of categories that do not occur are kinds of none. */
  readonly sizes: readonly number[]
  /** By answer, how many of each kind gave it; none of a table of background alone. */
  readonly answers: readonly (readonly number[])[]
  readonly groups: readonly KnownGroup[]
}

/** Whether a plan withholds a group. */
export type IsWithheld = (group: Pick<KnownGroup, 'family' | 'key'>) => boolean

interface Kind {
  readonly answers: TestAnswers
  readonly given: readonly (TestAnswers[string] | undefined)[]
}

/**
 * Everything about some families of one question that the guarantee speaks of, by brute force and from the answers
 * alone: it shares no code with the package.
 */
export function knowTables({ variables, respondents }: KnownWave, families: readonly Family[]): KnownTables {
  const question = variables.find(({ code }) => code === families[0]!.question)
  const sideOf = (code: string) => variables.find((variable) => variable.code === code)!
  const kinds = kindsOf(
    question === undefined ? respondents : respondents.filter((one) => one[question.code] !== undefined),
    [...new Set(families.flatMap(({ by }) => by))].map(sideOf),
    question?.code ?? '',
  )
  const sizes = kinds.map(({ given }) => given.length)
  const answers = (question?.categories ?? []).map((category) =>
    kinds.map(({ given }) => given.filter((answer) => [answer].flat().includes(category)).length),
  )
  const total = (counts: readonly number[], members: readonly number[]) =>
    members.reduce((sum, one, kind) => sum + one * counts[kind]!, 0)
  const groups = families.flatMap((family) => {
    const sides = family.by.map(sideOf)
    return product(sides.map(codesOf)).map((codes): KnownGroup => {
      const members = kinds.map((kind) =>
        Number(codes.every((code, index) => belongs(kind.answers, sides[index]!, code))),
      )
      const size = total(sizes, members)
      const given = answers.map((counts) => total(counts, members))
      const areSilent = given.length > 0 && given.every((count) => count === 0)
      const isUnanimous = size > 0 && (areSilent || given.includes(size))
      return { family: familyKey(family), key: codes.join('/'), members, size, isUnanimous }
    })
  })
  return { sizes, answers, groups }
}

/** What somebody can compute that must not be known. */
export interface Exposure {
  readonly what: string
  /** Per kind, 1 where it is of those exposed. */
  readonly members: readonly number[]
  /** Whether it takes knowing which kinds are empty. */
  readonly isOfInhabited: boolean
}

/** What can be computed from all groups but the withheld, of what must not be known; undefined if nothing. */
export function findLeak(
  { sizes, groups }: KnownTables,
  isWithheld: IsWithheld,
  k: number,
): Exposure | undefined {
  const published = groups.filter((group) => !isWithheld(group)).map(({ members }) => members)
  const unknown = exactNullSpace(published, sizes.length)
  const isSmall = ({ size, members }: KnownGroup) => size < k && members.includes(1)
  const small = groups.find((group) => isSmall(group) && isPerpendicular(group.members, unknown))
  if (small !== undefined) return { ...named(small), isOfInhabited: false }
  const inhabited = (members: readonly number[]) => members.filter((_, kind) => sizes[kind]! > 0)
  const own = inhabited(sizes)
  const unknownOfInhabited = exactNullSpace(published.map(inhabited), own.length)
  const follows = (group: KnownGroup) => isPerpendicular(inhabited(group.members), unknownOfInhabited)
  const unanimous = groups.find((group) => group.isUnanimous && follows(group))
  if (unanimous !== undefined) return { ...named(unanimous), isOfInhabited: true }
  const set = smallSetThatFollows(unknownOfInhabited, own, k)
  if (set === undefined) return undefined
  const places = [...sizes.keys()].filter((kind) => sizes[kind]! > 0)
  const kinds = set.map((place) => places[place]!)
  return {
    what: `respondents of kinds ${kinds.join()} of ${sizes.join()}`,
    members: sizes.map((_, kind) => Number(kinds.includes(kind))),
    isOfInhabited: true,
  }
}

const named = ({ family, key, size, members }: KnownGroup) => ({
  what: `group ${key} of ${family}, ${size} respondents`,
  members,
})

const isPerpendicular = (vector: readonly number[], all: readonly (readonly number[])[]) =>
  all.every((other) => other.reduce((sum, value, place) => sum + value * vector[place]!, 0) === 0)

function kindsOf(
  respondents: readonly TestAnswers[],
  sides: readonly TestVariable[],
  question: string,
): Kind[] {
  const kinds = new Map<string, Kind>()
  const kindOf = (answers: TestAnswers) => JSON.stringify(sides.map(({ code }) => answers[code] ?? null))
  const add = (answers: TestAnswers, given: Kind['given']) => {
    const key = kindOf(answers)
    const before = kinds.get(key)
    kinds.set(key, { answers, given: [...(before?.given ?? []), ...given] })
  }
  for (const answers of respondents) add(answers, [answers[question]])
  if (sides.length > 0 && sides.every((side) => side.kind === 'single')) {
    const cells = product(
      sides.map(({ code, categories }) => categories.map((each) => [code, each] as const)),
    )
    for (const cell of cells) add(Object.fromEntries(cell), [])
  }
  return [...kinds.values()]
}

const codesOf = ({ categories, nets }: TestVariable) => [
  ...categories,
  ...nets.map((net) => `net:${net.code}`),
  '*',
]

function belongs(answers: TestAnswers, { code, nets }: TestVariable, group: string): boolean {
  const given = answers[code]
  if (given === undefined) return false
  if (group === '*') return true
  const members = nets.find((net) => `net:${net.code}` === group)?.categories ?? [group]
  return [given].flat().some((answer) => members.includes(String(answer)))
}

function product<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>((all, list) => all.flatMap((one) => list.map((item) => [...one, item])), [[]])
}
