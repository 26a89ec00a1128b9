import type { WaveData } from '@peo/tabulation'
import type { Grouping } from '../plan/grouping.ts'
import { makeGrouping } from '../plan/make-grouping.ts'
import { familyKey, type ReleasePlan } from '../release-plan.ts'
import type { PublishedGroup } from './answer-links.ts'

/** The groups by background that the tables of a release show. */
export interface ShownGroups {
  readonly grouping: Grouping
  /** By question, and '' for the tables of background alone: the places of the groups that are shown. */
  readonly shown: ReadonlyMap<string, readonly number[]>
}

/** Reads from a plan which groups by background the tables show. */
export function shownGroups(data: WaveData, plan: ReleasePlan): ShownGroups {
  const grouping = makeGrouping(data, plan.breakdowns, false)
  const isShown = (question: string, place: number) =>
    grouping.groups[place]!.names.some(({ by, key }) => {
      const withheld = plan.withheld[familyKey({ question, by })]
      // In tables of background alone, everyone is in those of each breakdown.
      if (withheld === undefined) return question === '' && by.length === 0
      return withheld[key] === undefined
    })
  const places = [...grouping.groups.keys()]
  return {
    grouping,
    shown: new Map(
      ['', ...plan.questions].map((question) => [
        question,
        places.filter((place) => isShown(question, place)),
      ]),
    ),
  }
}

/**
 * The groups of each question as sets of respondents; and for each breakdown those whom its categories leave, whose
 * answers follow from the total.
 */
export function publishedGroups({ grouping, shown }: ShownGroups): PublishedGroup[] {
  const { groups, patterns, patternOf } = grouping
  const kept = new Map<string, number[]>()
  // Most questions show the same groups; each is gathered once.
  const respondentsWhere = (name: string, test: (places: readonly number[]) => boolean) => {
    const known = kept.get(name)
    if (known !== undefined) return known
    const inside = patterns.map((pattern) => test(pattern.groups))
    const members = [...patternOf.keys()].filter((respondent) => inside[patternOf[respondent]!])
    kept.set(name, members)
    return members
  }
  const breakdowns = [...new Set(groups.flatMap(({ names }) => names.map(({ by }) => by.join('/'))))]
  return [...shown].flatMap(([question, places]) => {
    if (question === '') return []
    const rests = breakdowns.map((breakdown) => {
      const own = places.filter(
        (place) =>
          groups[place]!.kind === 'CATEGORY' &&
          groups[place]!.names.some(({ by }) => by.join('/') === breakdown),
      )
      return respondentsWhere(`none of ${own}`, (inside) => !own.some((place) => inside.includes(place)))
    })
    const sets = places.map((place) => respondentsWhere(String(place), (inside) => inside.includes(place)))
    return [...sets, ...rests]
      .filter((members) => members.length > 0 && members.length < patternOf.length)
      .map((members) => ({ question, members }))
  })
}
