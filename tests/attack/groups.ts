import type { Profile } from './linear-system.ts'
import { isOf, type Side } from './side.ts'

/** Respondents singled out by some sides, as the profiles that they are in. */
export interface Group {
  readonly name: string
  readonly profiles: readonly number[]
  /** How many of them answered the question, in truth. */
  readonly base: number
}

/** A condition on one side: a category, those without one, a net, or two of them together. */
interface Condition {
  readonly side: number
  readonly name: string
  readonly values: readonly string[]
}

/**
 * Every group of at least one and fewer than `k` respondents that categories and nets of the sides single out, all
 * combinations of sides included; and those of two categories of one side. Groups of the same profiles are given once.
 *
 * @param bases by profile, how many answered the question
 */
export function smallGroups(
  by: readonly Side[],
  profiles: readonly Profile[],
  bases: readonly number[],
  k: number,
): Group[] {
  const groups = new Map<string, Group>()
  const visit = (start: number, members: readonly number[], names: readonly string[]) => {
    const base = members.reduce((sum, profile) => sum + bases[profile]!, 0)
    if (base === 0) return
    const key = members.join()
    if (base < k && names.length > 0 && !groups.has(key))
      groups.set(key, { name: names.join(' & '), profiles: members, base })
    for (let side = start; side < by.length; side++) {
      for (const condition of conditions(by[side]!, side)) {
        visit(side + 1, within(members, profiles, condition), [...names, condition.name])
      }
    }
  }
  const everyone = profiles.map((_, index) => index)
  visit(0, everyone, [])
  for (const [side, { code, values }] of by.entries()) {
    for (const [index, value] of values.entries()) {
      for (const other of values.slice(index + 1)) {
        const name = `${code}=${value || 'none'} or ${other || 'none'}`
        visit(by.length, within(everyone, profiles, { side, name, values: [value, other] }), [name])
      }
    }
  }
  return [...groups.values()]
}

function within(members: readonly number[], profiles: readonly Profile[], { side, values }: Condition) {
  return members.filter((profile) => values.includes(profiles[profile]!.values[side]!))
}

function conditions(side: Side, place: number): Condition[] {
  return [...side.values, ...Object.keys(side.nets)].map((category) => ({
    side: place,
    name: `${side.code}=${category || 'none'}`,
    values: side.values.filter((value) => value === category || isOf(side, value, category)),
  }))
}
