import { type Column, NO_ANSWER, NOT_ASKED, type VariableCodes, type WaveData } from '@peo/tabulation'
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

/** The net that a plan checks for an organisation: no codebook has one of this name. */
const restNet = (own: string) => `rest:${own}`

/** The wave with, for each organisation, all others together as a group of the variable that says who works where. */
export function withRests(data: WaveData, boundary: string | undefined): WaveData {
  const variable = boundary === undefined ? undefined : data.variables.get(boundary)
  if (variable === undefined || variable.categories.length < 2) return data
  const rests = variable.categories.map((own) => ({
    code: restNet(own),
    categories: variable.categories.filter((other) => other !== own),
  }))
  const nets = [...variable.nets, ...rests]
  return { ...data, variables: new Map([...data.variables, [variable.code, { ...variable, nets }]]) }
}

/**
 * What a plan shows to one organisation: itself, and all others together. No other organisation has a name, and without
 * an own one no breakdown by it is released.
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
  const names: Readonly<Record<string, string>> = {
    [own]: own,
    [EVERYONE]: EVERYONE,
    [`net:${restNet(own)}`]: REST,
  }
  const kept = Object.entries(groups).flatMap(([key, reason]): [string, WithheldReason][] => {
    const codes = key.split('/')
    const name = names[codes[place]!]
    return name === undefined ? [] : [[groupKey(codes.with(place, name)), reason]]
  })
  return Object.fromEntries(kept)
}

/** The variable that says who works where, as one organisation sees it. */
export function ownCodes(variable: VariableCodes, own: string): VariableCodes {
  return { ...variable, categories: [own, REST], nets: [] }
}

/** The same wave as one organisation sees it: everyone else works for the rest. */
export function asSeenBy(data: WaveData, { variable: code, own }: OwnOrganisation): WaveData {
  const variable = data.variables.get(code)
  const column = data.columns.get(code)
  if (variable === undefined || column?.kind !== 'single') return data
  const place = variable.categories.indexOf(own)
  const codes = column.codes.map((one) =>
    one === NO_ANSWER || one === NOT_ASKED ? one : Number(one !== place),
  )
  const seen: Column = { kind: 'single', codes }
  return {
    ...data,
    variables: new Map([...data.variables, [code, ownCodes(variable, own)]]),
    columns: new Map([...data.columns, [code, seen]]),
  }
}
