import { type Column, NOT_ASKED, type Routing, type WaveData } from '@peo/tabulation'
import type { Release } from '../release/published-releases.ts'
import type { ReleaseCodebook } from '../release/release-codebook.ts'

/** The questions of a wave whose approved answers in words may be shown. */
export interface AskedOfEnough {
  readonly wave: string
  /** Codes of their variables. */
  readonly variables: readonly string[]
}

const known = new WeakMap<ReleaseCodebook, Promise<AskedOfEnough>>()

/**
 * Of each release the questions in words that were put to at least k of its respondents: all of them, or by the routing
 * those who gave an answer that leads there. It follows from the columns of the release, and holds when the rows are gone.
 */
export function askedOfEnough(releases: readonly Release[]): Promise<AskedOfEnough[]> {
  return Promise.all(
    releases.map((release) => {
      // A release never changes, and the codebook is the same object as long as the release is kept.
      const found = known.get(release.codebook) ?? ofRelease(release)
      known.set(release.codebook, found)
      found.catch(() => known.delete(release.codebook))
      return found
    }),
  )
}

async function ofRelease({ codebook, plan, size, data }: Release): Promise<AskedOfEnough> {
  const gates = codebook.variables.flatMap(({ askedIf }) => askedIf?.variable ?? [])
  const wave = await data(gates, false)
  const texts = codebook.variables.filter(({ measurement }) => measurement === 'text')
  const enough = texts.filter(({ askedIf }) => countAsked(wave, size, askedIf) >= plan.minimumGroupSize)
  return { wave: codebook.wave.code, variables: enough.map(({ code }) => code) }
}

function countAsked(data: WaveData, size: number, routing: Routing | undefined): number {
  const leads = leadingAnswers(data, routing)
  let count = 0
  for (let row = 0; row < size; row++) if (leads(row)) count++
  return count
}

/** Whether the answer of a respondent leads to a question; that of one who was not asked it does not. */
function leadingAnswers(data: WaveData, routing: Routing | undefined): (row: number) => boolean {
  if (routing === undefined) return () => true
  const gate = data.variables.get(routing.variable)
  const column = data.columns.get(routing.variable)
  if (gate === undefined || column === undefined) return () => false
  const before = leadingAnswers(data, gate.askedIf)
  const gave = givenAnswer(column, (index) => routing.in.includes(gate.categories[index] ?? ''))
  return (row) => gave(row) && before(row)
}

function givenAnswer(column: Column, isWanted: (index: number) => boolean): (row: number) => boolean {
  if (column.kind === 'single') {
    const wanted = Uint8Array.from({ length: NOT_ASKED + 1 }, (_, index) => Number(isWanted(index)))
    return (row) => wanted[column.codes[row]!] === 1
  }
  // Routing is by categories: numbers have none.
  const options = column.kind === 'multiple' ? column.options.filter((_, index) => isWanted(index)) : []
  return (row) => options.some((option) => option[row] === 1)
}
