import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { codebookOfWave, waveCodebook } from '../release/wave-codebook.ts'

/** Selects a wave for `variablesOf`. */
export const waveWithVariables = { ...codebookOfWave } satisfies Prisma.WaveInclude

type WaveWithVariables = Prisma.WaveGetPayload<{ include: typeof waveWithVariables }>

/** The variables of a wave in the database, as a codebook has them. */
export function variablesOf(wave: WaveWithVariables): CodebookVariable[] {
  return waveCodebook(wave).variables.map((variable, index) => {
    const { minimum, maximum } = wave.questions[index]!.variable
    return {
      ...variable,
      ...(minimum === null ? {} : { minimum }),
      ...(maximum === null ? {} : { maximum }),
    } as CodebookVariable
  })
}
