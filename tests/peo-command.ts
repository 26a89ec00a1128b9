import { type ExecFileException, execFile } from 'node:child_process'

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const main = new URL('../packages/cli/bin/peo.js', import.meta.url).pathname

/** Runs the built command as a shell would, in a folder that also keeps its login; of `unread` the reader is gone. */
export function peoCommand(folder: string, url: string) {
  return (
    args: readonly string[],
    { input = '', env = {}, unread }: { input?: string; env?: object; unread?: 'stdout' | 'stderr' } = {},
  ): Promise<Ended> =>
    new Promise((resolve) => {
      const options = {
        cwd: folder,
        env: { PATH: process.env.PATH, PEO_URL: url, XDG_CONFIG_HOME: folder, ...env },
      }
      const child = execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) =>
        resolve({ code: Number((error as ExecFileException | null)?.code ?? 0), stdout, stderr }),
      )
      if (unread) child[unread]?.destroy()
      child.stdin?.end(input)
    })
}
