import { z } from 'zod'
import { design, label, variable } from '../codebook/codebook-format.ts'

const releasedVariable = variable.extend({
  comparabilityNote: label.optional().describe('What changed since earlier waves.'),
})

/** The codebook of one release: what its columns mean, as it was at publication. */
export const releaseCodebook = z.strictObject({
  wave: z.strictObject({
    code: z.string(),
    title: label,
    fieldworkFrom: z.iso.date().optional().describe('Absent in releases from before it was kept.'),
    design: design.optional(),
  }),
  variables: z.array(releasedVariable),
})

export type ReleaseCodebook = z.infer<typeof releaseCodebook>
export type ReleasedVariable = z.infer<typeof releasedVariable>
