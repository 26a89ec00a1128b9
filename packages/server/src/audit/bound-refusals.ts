import type { StorableNote } from './storable-note.ts'
import { keyOf, readerOf, type Who } from './who.ts'

/** Different refusals of one reader that are written down as they are, in a minute. */
const mostInFull = 20

const minute = 60_000

/** Takes one note, of what was done so many times since `at`. */
export type Add = (who: Who, note: StorableNote, times: number, at: Date) => void

interface Counted {
  readonly who: Who
  readonly note: StorableNote
  readonly at: Date
  times: number
}

/**
 * Keeps a flood of refused requests from filling the log, with no count lost: a refusal is written down the first time
 * in a minute, its repeats as one entry when the minute is over. Of a reader who is refused many different things, the
 * rest are counted by their code alone; all who do not say who they are count as one reader.
 */
export function boundRefusals(add: Add): {
  readonly take: (who: Who, note: StorableNote) => void
  readonly flush: () => void
} {
  const inFull = new Map<string, Set<string>>()
  const counted = new Map<string, Counted>()
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    for (const { who, note, times, at } of counted.values()) add(who, note, times, at)
    counted.clear()
    inFull.clear()
  }
  const take = (who: Who, note: StorableNote) => {
    timer ??= setTimeout(flush, minute).unref()
    const reader = readerOf(who)
    const known = inFull.get(reader) ?? new Set()
    inFull.set(reader, known)
    const isKnown = known.has(keyOf(note))
    if (!isKnown && known.size < mostInFull) {
      known.add(keyOf(note))
      return add(who, note, 1, new Date())
    }
    const told = isKnown ? note : { ...note, subject: 'others', waves: [], asked: {}, digests: [] }
    const key = `${reader} ${keyOf(told)}`
    const { viewer, caller } = who
    const count = counted.get(key) ?? { who: { viewer, caller }, note: told, at: new Date(), times: 0 }
    counted.set(key, count)
    count.times++
  }
  return { take, flush }
}
