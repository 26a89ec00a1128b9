/** A line on a terminal that is rewritten; nothing anywhere else. */
export interface ProgressBar {
  /** @param part how much is done, 0 to 1; where it is not known, the text alone is shown */
  readonly show: (text: string, part?: number) => void
  /** Wipes the line, so that other text can stand there. */
  readonly clear: () => void
}

const width = 24

/** Shows progress on a stream such as `process.stderr`. */
export function progressBar(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write' | 'columns'>): ProgressBar {
  const write = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001B[K${text.slice(0, (stream.columns || 80) - 1)}`)
  }
  return {
    show: (text, part) => {
      if (part === undefined) return write(text)
      const full = Math.round(width * Math.min(1, Math.max(0, part)))
      write(`${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(100 * part)}%  ${text}`)
    },
    clear: () => write(''),
  }
}
