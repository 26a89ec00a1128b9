import type { ReleasePlan } from '@peo/disclosure'
import { LRUCache } from 'lru-cache'

const kept = new LRUCache<string, Promise<ReleasePlan>>({ max: 4 })

/**
 * The plan of a wave, made once as long as nothing changes: staff publish what they saw in a preview.
 *
 * @param source `sourceDigest` of the wave
 * @param make is not called where the plan is known, or another is making it
 */
export function planOnce(source: string, make: () => Promise<ReleasePlan>): Promise<ReleasePlan> {
  const known = kept.get(source)
  if (known !== undefined) return known
  const plan = make()
  kept.set(source, plan)
  plan.catch(() => kept.delete(source))
  return plan
}
