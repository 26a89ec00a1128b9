import { onTestFinished, vi } from 'vitest'

/** Catches what the calling test logs from now on; gives its lines: failures, or also that requests were answered with errors. */
export function loggedLines(...levels: readonly ('error' | 'info')[]): () => Record<string, string>[] {
  const wanted = levels.length === 0 ? ['error'] : levels
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  // Node.js itself warns there in words.
  return () =>
    write.mock.calls
      .map(([line]) => String(line))
      .filter((line) => !/^\((node:|Use `node )/.test(line))
      .map((line) => JSON.parse(line) as Record<string, string>)
      .filter(({ level = '' }) => (wanted as readonly string[]).includes(level))
}
