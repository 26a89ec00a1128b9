import { type GroupReasons, reasonOf } from '../plan/group-reasons.ts'
import { EVERYONE } from '../release-plan.ts'
import { type PairSide, widthOf } from './pair-side.ts'

/** What a table of two questions shows of the answers to one of them. */
export interface ShownAnswers {
  /** By answer, the last of none, a number: equal where the same shown groups hold them. */
  readonly classOf: readonly number[]
  readonly classes: number
  /** Answers that are counted together, by the answers to the other question. */
  readonly groups: readonly (readonly number[])[]
  /** Whether the answers are numbers of which the mean and the spread are told, by the answers to the other question. */
  readonly haveMeans: boolean
}

/** What a table of two questions shows of the answers to either. */
export function shownOfBoth(
  own: PairSide,
  other: PairSide,
  { ofOwn, ofOther }: { readonly ofOwn: GroupReasons; readonly ofOther: GroupReasons },
): { readonly rows: ShownAnswers; readonly columns: ShownAnswers } {
  // Means of numbers are told by the groups of another question that are shown.
  const isBy = ({ grouping }: PairSide, reasons: GroupReasons) =>
    grouping.groups.some((group, place) => place > 0 && reasonOf(reasons, group) === undefined)
  return {
    rows: shownAnswers(own, ofOther, !other.isNumber && isBy(other, ofOwn)),
    columns: shownAnswers(other, ofOwn, !own.isNumber && isBy(own, ofOther)),
  }
}

/** The groups that the answers to a question make in tables of another, where these groups are withheld of the other. */
function shownAnswers(side: PairSide, ofOther: GroupReasons, isOther: boolean): ShownAnswers {
  const { groupsOf, grouping } = side
  const haveMeans = side.isNumber && isOther
  const isShown = (place: number) => reasonOf(ofOther, grouping.groups[place]!) === undefined
  const all = grouping.groups.findIndex(({ names }) =>
    names.some(({ by, key }) => by.length > 0 && key === EVERYONE),
  )
  const own = Array.from({ length: widthOf(side) - 1 }, (_, answer) => [
    ...(isShown(all) ? [all] : []),
    // A number is no group of any table, but few numbers have the same mean and spread.
    ...(haveMeans ? [grouping.groups.length + answer] : []),
    ...(groupsOf[answer] ?? []).filter((place) => place !== all && isShown(place)),
  ])
  const ids = new Map<string, number>()
  const classOf = [...own, []].map((places) => {
    const key = places.join()
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  })
  const members = new Map<number, number[]>()
  for (const [answer, places] of own.entries()) {
    for (const place of places.filter((own) => own < grouping.groups.length)) {
      const group = members.get(place)
      if (group === undefined) members.set(place, [answer])
      else group.push(answer)
    }
  }
  return { classOf, classes: ids.size, groups: [...members.values()], haveMeans }
}
