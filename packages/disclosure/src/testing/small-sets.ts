/**
 * Kinds of 1 to fewer than `k` respondents whose number follows where `unknown` says what does not: every such set is
 * tried. A weighted sum of the perpendicular vectors is looked at first: where it is not 0, they are not.
 *
 * @param unknown vectors that what follows is perpendicular to
 * @param sizes respondents per kind, all above 0
 */
export function smallSetThatFollows(
  unknown: readonly (readonly number[])[],
  sizes: readonly number[],
  k: number,
): readonly number[] | undefined {
  const mixed = sizes.map((_, kind) =>
    unknown.reduce((sum, vector, index) => sum + vector[kind]! * ((index * 7919 + 104_729) % 1_000_003), 0),
  )
  const follows = (set: readonly number[]) =>
    unknown.every((vector) => set.reduce((sum, kind) => sum + vector[kind]!, 0) === 0)
  const search = (
    start: number,
    set: readonly number[],
    size: number,
    sum: number,
  ): readonly number[] | undefined => {
    for (let kind = start; kind < sizes.length; kind++) {
      if (size + sizes[kind]! >= k) continue
      const next = sum + mixed[kind]!
      const larger = [...set, kind]
      if (next === 0 && follows(larger)) return larger
      const found = search(kind + 1, larger, size + sizes[kind]!, next)
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(0, [], 0, 0)
}
