import type { Column, WaveData } from '@peo/tabulation'
import {
  EVERYONE,
  groupKey,
  type ReleasePlan,
  type WithheldGroups,
  type WithheldReason,
} from './release-plan.ts'

/** The category of all other organisations together, beside one's own. */
export const REST = 'rest'

/** An organisation, and the variable that says who works where. */
export interface OwnOrganisation {
  readonly variable: string
  readonly own: string
}

/**
 * What a plan shows to one organisation: itself, and everyone else together. No other organisation has a name, and
 * without an own one no breakdown by it is released.
 *
 * Everyone else is what the organisation leaves of the total, so it tells no more than these two, which the plan has
 * checked: that nobody can be computed from them, and that no organisation in it turns out to be of one mind.
 *
 * @param own undefined for who is of no organisation of this wave
 */
export function ownBesideRest(plan: ReleasePlan, own: string | undefined): ReleasePlan {
  const { boundary } = plan
  if (boundary === undefined) return plan
  if (own === undefined) {
    return { ...plan, breakdowns: plan.breakdowns.filter((by) => !by.includes(boundary)) }
  }
  const familyOf = (key: string) => key.slice(key.indexOf('|') + 1).split('/')
  const only = (withheld: ReleasePlan['withheld']) =>
    Object.fromEntries(
      Object.entries(withheld).map(([key, groups]) => {
        const place = familyOf(key).indexOf(boundary)
        return [key, place === -1 ? groups : ownGroups(groups, place, own)]
      }),
    )
  return { ...plan, withheld: only(plan.withheld), withheldWeighted: only(plan.withheldWeighted) }
}

function ownGroups(groups: WithheldGroups, place: number, own: string): WithheldGroups {
  const kept = Object.entries(groups).flatMap(([key, reason]): [string, WithheldReason][] => {
    const codes = key.split('/')
    if (codes[place] !== own && codes[place] !== EVERYONE) return []
    return [
      [key, reason],
      [groupKey(codes.with(place, REST)), reason],
    ]
  })
  return Object.fromEntries(kept)
}

/** The same wave as one organisation sees it: everyone else, also who did not say, is of the rest. */
export function asSeenBy(data: WaveData, { variable: code, own }: OwnOrganisation): WaveData {
  const variable = data.variables.get(code)
  const column = data.columns.get(code)
  if (variable === undefined || column?.kind !== 'single') return data
  const place = variable.categories.indexOf(own)
  const codes = column.codes.map((one) => Number(one !== place))
  const seen: Column = { kind: 'single', codes }
  return {
    ...data,
    variables: new Map([...data.variables, [code, { ...variable, categories: [own, REST], nets: [] }]]),
    columns: new Map([...data.columns, [code, seen]]),
  }
}
