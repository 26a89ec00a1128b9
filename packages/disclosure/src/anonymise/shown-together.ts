import type { ShownGroups } from './shown-groups.ts'
import type { ClassRows } from './withhold-answers.ts'

/** Whether each class unites whole categories of one breakdown, all of which the tables show for every question. */
export function areShownTogether({ grouping, shown }: ShownGroups, classes: ClassRows): boolean {
  const { groups, patterns, patternOf } = grouping
  const everywhere = new Set(groups.keys())
  for (const places of shown.values()) {
    const own = new Set(places)
    for (const place of everywhere) if (!own.has(place)) everywhere.delete(place)
  }
  if (classes.length === 1 && everywhere.has(0)) return true
  const breakdowns = new Set(groups.flatMap(({ names }) => names.map(({ by }) => by.join('/'))))
  return [...breakdowns].some((breakdown) => {
    const isCategory = (place: number) =>
      groups[place]!.kind === 'CATEGORY' && groups[place]!.names.some(({ by }) => by.join('/') === breakdown)
    const categoryOf = patterns.map((pattern) => pattern.groups.find(isCategory))
    const classOf = new Map<number, number>()
    return classes.every((rows, place) =>
      rows.every((row) => {
        const category = categoryOf[patternOf[row]!]
        if (category === undefined || !everywhere.has(category)) return false
        const first = classOf.get(category) ?? place
        classOf.set(category, first)
        return first === place
      }),
    )
  })
}
