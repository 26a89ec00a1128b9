import type { ReleasePlan } from '@peo/disclosure'
import { attackWave } from './attack-wave.ts'
import type { Finding } from './finding.ts'
import { gatherProtected } from './gather-protected.ts'
import { dataOf, type HardWave } from './hard-wave.ts'

/** What can be found out about a wave that is released by a plan, one after the other. */
export function attackPlan(wave: HardWave, plan: ReleasePlan): Generator<Finding> {
  return attackWave(wave, gatherProtected(dataOf(wave), plan, wave.codebook))
}
