import type { Column, SampledUnits } from '@peo/tabulation'
import type { ReleaseCodebook } from './release-codebook.ts'
import { releaseDesign } from './release-design.ts'

/** What a design follows from. */
export interface DesignSource {
  readonly codebook: ReleaseCodebook
  readonly columns: ReadonlyMap<string, Column>
  readonly size: number
}

/**
 * The design of a release, the units of its respondents in memory that threads share.
 *
 * @throws RangeError as `releaseDesign`, and when the codebook names no design
 */
export function sharedDesign({ codebook, columns, size }: DesignSource): SampledUnits {
  const design = releaseDesign(codebook, columns, size)
  if (design === undefined) throw new RangeError(`${codebook.wave.code} has no design`)
  return { ...design, unitBytes: design.unitBytes.map(shared) }
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
