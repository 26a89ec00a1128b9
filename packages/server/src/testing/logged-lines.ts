import { onTestFinished, vi } from 'vitest'

/** Catches what the calling test logs from now on; gives its lines. */
export function loggedLines(): () => Record<string, string>[] {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  return () => write.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, string>)
}
