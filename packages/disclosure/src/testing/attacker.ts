import type { Family } from '../release-plan.ts'
import { exactSpan } from './exact-span.ts'
import type { TestAnswers, TestVariable } from './small-wave.ts'

/** A wave as its answers, which an attacker's success is judged by. */
export interface KnownWave {
  readonly variables: readonly TestVariable[]
  readonly respondents: readonly TestAnswers[]
}

/** A group that tables of a family show: per kind of respondent, whether those belong to it. */
interface KnownGroup {
  readonly key: string
  readonly size: number
  readonly members: readonly number[]
}

/**
 * Everything about a family that the guarantee speaks of, by brute force and from the answers alone: it shares
 * no code with the package.
 */
export function knowFamily({ variables, respondents }: KnownWave, { question, by }: Family) {
  const sides = by.map((code) => variables.find((variable) => variable.code === code)!)
  const base = respondents.filter((answers) => question === '' || answers[question] !== undefined)
  const kinds = new Map<string, { answers: TestAnswers; size: number }>()
  const count = (answers: TestAnswers, size: number) => {
    const kind = JSON.stringify(by.map((code) => answers[code] ?? null))
    kinds.set(kind, { answers, size: (kinds.get(kind)?.size ?? 0) + size })
  }
  for (const answers of base) count(answers, 1)
  if (sides.length > 0 && sides.every((side) => side.kind === 'single')) {
    for (const cell of product(
      sides.map(({ code, categories }) => categories.map((c) => [code, c] as const)),
    )) {
      count(Object.fromEntries(cell), 0)
    }
  }
  const atoms = [...kinds.values()]
  const choices = sides.map(({ categories, nets }) => [
    ...categories,
    ...nets.map((net) => `net:${net.code}`),
    '*',
  ])
  const groups = product(choices).map((codes): KnownGroup => {
    const members = atoms.map(({ answers }) =>
      Number(codes.every((code, index) => belongs(answers, sides[index]!, code))),
    )
    return {
      key: codes.join('/'),
      members,
      size: members.reduce((sum, one, i) => sum + one * atoms[i]!.size, 0),
    }
  })
  return { sizes: atoms.map(({ size }) => size), groups, ownTotal: by.length > 0 }
}

/** What somebody can compute about fewer than `k` people from all groups but the withheld; undefined if nothing. */
export function findLeak(
  { sizes, groups, ownTotal }: ReturnType<typeof knowFamily>,
  withheld: readonly string[],
  k: number,
): string | undefined {
  const published = groups.filter(({ key }) => !withheld.includes(key)).map(({ members }) => members)
  // The question's own total, which is a group of the question alone, and as such withheld below k.
  if (ownTotal && sizes.reduce((sum, size) => sum + size, 0) >= k) published.push(sizes.map(() => 1))
  const canCompute = exactSpan(published)
  const group = groups.find(({ size, members }) => size < k && members.includes(1) && canCompute(members))
  if (group !== undefined) return `group ${group.key} of ${group.size}`
  const inhabited = (members: readonly number[]) => members.filter((_, atom) => sizes[atom]! > 0)
  const canComputeOfInhabited = exactSpan(published.map(inhabited))
  for (const set of smallSets(sizes, k)) {
    if (canComputeOfInhabited(inhabited(set))) return `respondents ${set.join('')} of ${sizes.join()}`
  }
  return undefined
}

function smallSets(sizes: readonly number[], k: number): number[][] {
  return sizes
    .reduce<{ set: number[]; size: number }[]>(
      (sets, size) =>
        sets.flatMap((one) => [
          { set: [...one.set, 0], size: one.size },
          ...(size > 0 && one.size + size < k ? [{ set: [...one.set, 1], size: one.size + size }] : []),
        ]),
      [{ set: [], size: 0 }],
    )
    .flatMap(({ set, size }) => (size > 0 ? [set] : []))
}

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
