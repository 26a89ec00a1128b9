import { forPairsAlike } from '../audit/exchanges-of-four.ts'
import type { Grouping } from './grouping.ts'
import type { Kinds } from './kinds.ts'

/** Of more respondents, the first are looked at: there are as many pairs of them as half their square. */
const mostRespondents = 300

/** Fours that are found, and of these looked at: what so many do not show, more seldom do. */
const mostFours = 30_000
const mostTried = 3000

/**
 * Two respondents and two others, who are together in the same shown groups: by four, their places in `members`, the
 * first two against the last two.
 */
export function foursAlike(
  { groups, patterns, patternOf }: Grouping,
  isShown: readonly boolean[],
  members: Int32Array,
): Int32Array {
  const some = members.subarray(0, mostRespondents)
  const published = groups.map((): number[] => [])
  for (const [place, respondent] of some.entries()) {
    for (const group of patterns[patternOf[respondent]!]!.groups)
      if (isShown[group]) published[group]!.push(place)
  }
  const fours = new Int32Array(4 * mostFours)
  let size = 0
  forPairsAlike({ sizes: Array(some.length).fill(1), published }, (p, q, r, s) => {
    fours[size++] = p
    fours[size++] = q
    fours[size++] = r
    fours[size++] = s
    return size < fours.length
  })
  return fours.slice(0, size)
}

/** A step between fours that are looked at one after another: those found together share respondents. */
const stride = 7919

/**
 * By difference, how many fours there are without a respondent in common that differ by just this in the other
 * grouping, up to `enough`: two of them, one of either side, are of one kind, and the other two are not.
 */
export function pairedByFours(
  fours: Int32Array,
  kinds: Int32Array,
  { rows, differences, between }: Kinds,
  enough: number,
): Int32Array {
  const paired = new Int32Array(differences.length)
  const used = new Uint8Array(differences.length * kinds.length)
  const number = fours.length / 4
  const tried = Math.min(number, mostTried)
  let left = differences.length
  const note = (more: number, less: number, four: number) => {
    const difference = between[more * rows.length + less]!
    if (difference === -1 || paired[difference]! >= enough) return
    const own = used.subarray(difference * kinds.length, (difference + 1) * kinds.length)
    for (let place = four; place < four + 4; place++) if (own[fours[place]!] === 1) return
    for (let place = four; place < four + 4; place++) own[fours[place]!] = 1
    if (++paired[difference]! === enough) left--
  }
  for (let index = 0; index < tried && left > 0; index++) {
    const four = 4 * ((index * stride) % number)
    const [p, q] = [kinds[fours[four]!]!, kinds[fours[four + 1]!]!]
    const [r, s] = [kinds[fours[four + 2]!]!, kinds[fours[four + 3]!]!]
    if (p === r) note(q, s, four)
    else if (p === s) note(q, r, four)
    else if (q === r) note(p, s, four)
    else if (q === s) note(p, r, four)
  }
  return paired
}
