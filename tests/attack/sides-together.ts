import type { CodebookVariable } from './codebook.ts'

/**
 * Pairs of background variables, each with all that breakdowns tie to it: whoever knows no more than the codebook
 * gains nothing from looking at further variables at once. Sets that are part of another are left out.
 */
export function sidesTogether(
  breakdowns: readonly (readonly string[])[],
  background: readonly CodebookVariable[],
): CodebookVariable[][] {
  const codes = background.map(({ code }) => code)
  const sets = codes.flatMap((one, index) =>
    codes.slice(index).map((other) => tiedTo([one, other], breakdowns, codes)),
  )
  const distinct = [...new Map(sets.map((set) => [set.join(), set])).values()]
  const widest = distinct.filter(
    (set) => !distinct.some((other) => other !== set && set.every((code) => other.includes(code))),
  )
  return widest.map((set) => background.filter(({ code }) => set.includes(code)))
}

function tiedTo(
  pair: readonly string[],
  breakdowns: readonly (readonly string[])[],
  codes: readonly string[],
): string[] {
  const tied = new Set(pair)
  for (let size = 0; size < tied.size; ) {
    size = tied.size
    for (const set of breakdowns.filter((each) => each.some((code) => tied.has(code)))) {
      for (const code of set) tied.add(code)
    }
  }
  return codes.filter((code) => tied.has(code))
}
