import type { Target } from './attack-system.ts'
import type { Group } from './groups.ts'
import type { System } from './linear-system.ts'
import { NOT_NAMED, type Side } from './side.ts'

/** How many respondents each unknown of a system stands for, in truth. */
export type Counts = ArrayLike<number>

/** By profile of a system, how many answered its question. */
export function basesOf({ question, profiles }: System, counts: Counts): number[] {
  return profiles.map((_, profile) => total(answeredPlaces(question, [profile]), counts))
}

/** How many of a group answered, which must not be found out. */
export function baseTarget({ question }: System, { name, base, profiles }: Group): Target {
  const wanted = { places: answeredPlaces(question, profiles) }
  return { group: name, base, found: 'base', answer: '', value: base, wanted }
}

function answeredPlaces({ values }: Side, profiles: readonly number[]): number[] {
  return profiles.flatMap((profile) =>
    values.flatMap((answer, index) => (answer === '' ? [] : [profile * values.length + index])),
  )
}

/**
 * What must not be found out about groups by background: how many gave an answer, where any did; that all gave the
 * same; and the sum of their numbers.
 */
export function groupTargets(system: System, groups: readonly Group[], counts: Counts): Target[] {
  const { values, numeric } = system.question
  const answers = values.flatMap((answer, index) => (answer === '' ? [] : [{ answer, index }]))
  return groups.flatMap(({ name, base, profiles }) => {
    const at = (index: number) => profiles.map((profile) => profile * values.length + index)
    const options = answers.map(({ answer, index }) => ({ name: answer, places: at(index) }))
    const group = { group: name, base }
    return [...answerTargets(group, options, counts), ...(numeric ? [sumTarget(group, options, counts)] : [])]
  })
}

/**
 * What must not be found out from a table of two questions, the second as the profiles of the system: the answers
 * to each of those who gave a rare answer to the other.
 */
export function pairTargets({ question, by, profiles }: System, counts: Counts, k: number): Target[] {
  const width = question.values.length
  const rows = question.values.flatMap((name, row) => (name === '' ? [] : [{ name, row }]))
  const columns = profiles.flatMap(({ values: [name] }, column) => (name ? [{ name, column }] : []))
  const groups = [
    ...columns.map(({ name, column }) => ({
      group: `${by[0]!.code}=${name}`,
      named: name !== NOT_NAMED,
      options: rows.map((row) => ({ name: row.name, places: [column * width + row.row] })),
    })),
    ...rows.map(({ name, row }) => ({
      group: `${question.code}=${name}`,
      named: name !== NOT_NAMED,
      options: columns.map((column) => ({ name: column.name, places: [column.column * width + row] })),
    })),
  ]
  return groups.flatMap(({ group, named, options }) => {
    const base = options.reduce((sum, { places }) => sum + total(places, counts), 0)
    return named && base < k ? answerTargets({ group, base }, options, counts) : []
  })
}

interface Option {
  readonly name: string
  readonly places: readonly number[]
}

function answerTargets(
  group: Pick<Target, 'group' | 'base'>,
  options: readonly Option[],
  counts: Counts,
): Target[] {
  const given = options.filter(({ places }) => total(places, counts) > 0)
  const told = given.filter(({ name }) => name !== NOT_NAMED)
  const target = ({ name, places }: Option) => ({ ...group, answer: name, value: total(places, counts) })
  return told.flatMap((option) => {
    const others = options.filter((other) => other !== option).flatMap(({ places }) => places)
    return [
      { ...target(option), found: 'count' as const, wanted: { places: option.places } },
      ...(given.length === 1
        ? [{ ...target(option), found: 'one answer' as const, wanted: { places: others } }]
        : []),
    ]
  })
}

function sumTarget(
  group: Pick<Target, 'group' | 'base'>,
  options: readonly Option[],
  counts: Counts,
): Target {
  const numbers = options.map(({ name, places }) => ({ number: Number(name), places }))
  return {
    ...group,
    found: 'sum',
    answer: '',
    value: numbers.reduce((sum, { number, places }) => sum + number * total(places, counts), 0),
    wanted: {
      places: numbers.flatMap(({ places }) => places),
      coefficients: numbers.flatMap(({ number, places }) => places.map(() => number)),
    },
  }
}

function total(places: readonly number[], counts: Counts): number {
  return places.reduce((sum, place) => sum + counts[place]!, 0)
}
