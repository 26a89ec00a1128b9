import { createHash } from 'node:crypto'
import type { DisclosurePolicy, ReleasePlan } from '@peo/disclosure'
import type { StoredColumn } from './encode-column.ts'
import type { ReleaseCodebook } from './release-codebook.ts'

/** SHA-256 of everything that a release's tables follow from; by its policy, what a plan would be made from. */
export function releaseDigest(
  codebook: ReleaseCodebook,
  plan: ReleasePlan | DisclosurePolicy,
  columns: ReadonlyMap<string, StoredColumn>,
): string {
  const hash = createHash('sha256').update(JSON.stringify({ codebook, plan }))
  for (const [variable, { data, levels }] of columns) {
    hash.update(`\n${variable} ${data.length} ${levels}\n`).update(data)
  }
  return hash.digest('hex')
}
