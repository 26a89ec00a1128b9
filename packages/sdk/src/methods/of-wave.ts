import { UnknownWaveError } from '../errors.ts'

/**
 * What was asked of a wave.
 *
 * @throws UnknownWaveError where there is none for you
 */
export function ofWave<Wave>(wave: Wave | null | undefined, code: string): Wave {
  if (wave !== null && wave !== undefined) return wave
  throw new UnknownWaveError({
    message: 'There is no such wave for you.',
    explanation: `There is no wave ${code} for you.`,
    details: { wave: code },
  })
}
