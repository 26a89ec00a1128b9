import type { CommandContext } from '../command-context.ts'

/** Runs a command in this process, on an embedded database in a folder. */
export async function runHere(
  command: (args: readonly string[], context: CommandContext) => Promise<number>,
  folder: string,
  args: readonly string[],
) {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const into = (said: string[]) => ({
    isTTY: false,
    columns: 80,
    write: (text: string | Uint8Array) => said.push(`${text}`) > 0,
  })
  const code = await command(args, { env: { DATA_DIR: folder }, stdout: into(stdout), stderr: into(stderr) })
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}
