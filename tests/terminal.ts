import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, vi } from 'vitest'

/** Whether there is a terminal to type into. */
export const hasTerminal = spawnSync('script', ['--version']).status === 0

/**
 * Types keys into a command with a terminal of its own, each once the terminal shows what stands before them.
 *
 * @returns what the terminal showed, and how the command ended
 */
export async function type(
  command: string,
  keys: readonly (readonly [awaited: string, keys: string])[],
  env: NodeJS.ProcessEnv,
): Promise<{ shown: string; code: number }> {
  const options = ['--quiet', '--flush', '--return', '--command', command, '/dev/null']
  const terminal = spawn('script', options, { env })
  onTestFinished(() => void terminal.kill())
  let shown = ''
  terminal.stdout.on('data', (part) => {
    shown += part
  })
  const ended = once(terminal, 'exit')
  for (const [awaited, typed] of keys) {
    await vi.waitFor(() => expect(shown).toContain(awaited), { timeout: 60_000 })
    terminal.stdin.write(typed)
  }
  const [code] = await ended
  return { shown, code }
}
