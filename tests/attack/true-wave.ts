import type { WaveCodebook } from './codebook.ts'
import type { Profile, System } from './linear-system.ts'
import { type Respondent, valueOn } from './respondent.ts'
import type { Side } from './side.ts'
import type { Weighting } from './weight-classes.ts'

/** A wave as it truly is: what an attacker's success is judged by. */
export interface TrueWave {
  readonly codebook: WaveCodebook
  readonly respondents: readonly Respondent[]
  /** How it was weighted, where that is by background; readers know it. */
  readonly weighting: Weighting | null
}

/** The profiles that respondents truly have, and how many have each. */
export function everybody({ respondents }: TrueWave, by: readonly Side[]): Profile[] {
  const sizes = new Map<string, Profile & { size: number }>()
  for (const respondent of respondents) {
    const values = by.map((side) => valueOn(side, respondent))
    const key = JSON.stringify(values)
    sizes.set(key, { values, size: (sizes.get(key)?.size ?? 0) + 1 })
  }
  return [...sizes.values()]
}

/** How many respondents each unknown of a system stands for. */
export function countsOf({ respondents }: TrueWave, { question, by, profiles }: System): Uint32Array {
  const width = question.values.length
  const places = new Map(profiles.map(({ values }, index) => [JSON.stringify(values), index]))
  const counts = new Uint32Array(profiles.length * width)
  for (const respondent of respondents) {
    const profile = places.get(JSON.stringify(by.map((side) => valueOn(side, respondent))))!
    counts[profile * width + question.values.indexOf(valueOn(question, respondent))]! += 1
  }
  return counts
}
