import type { PublishProgress } from './release/prepare-release.ts'

/** A line on a terminal that is rewritten; nothing anywhere else. */
export interface ProgressLine {
  readonly show: (text: string) => void
  /** Wipes the line, so that other text can stand there. */
  readonly clear: () => void
}

/** What is said while a wave is published: `peo-2022: release plan, 3 of 12 questions`. */
export function publishing(line: ProgressLine): PublishProgress {
  return (wave, stage, done, of) => line.show(`${wave}: ${stage}, ${done} of ${of} questions`)
}

/** Shows progress on a stream such as `process.stderr`. */
export function progressLine(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write' | 'columns'>): ProgressLine {
  const show = (text: string) => {
    // A longer text would wrap, and only its last line would be rewritten. Some terminals tell no width.
    if (stream.isTTY) stream.write(`\r\u001B[K${text.slice(0, (stream.columns || 80) - 1)}`)
  }
  return { show, clear: () => show('') }
}
