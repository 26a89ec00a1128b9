/** Writes to the log: a line of JSON on stderr, with its time. */
export function logLine(level: 'error' | 'info', told: object): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...told })}\n`)
}
