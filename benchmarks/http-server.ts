import { spawn } from 'node:child_process'

/** A server in a process of its own. */
export interface StartedServer {
  readonly url: string
  stop(): Promise<void>
}

/** How long a server may take to start, in milliseconds. */
const patience = 60_000

/**
 * Starts a server, and waits until it prints its address.
 *
 * @throws Error with what it printed, when it ends before or takes too long
 */
export async function startServer(
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder?: string,
): Promise<StartedServer> {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGKILL')
    return ended
  }
  let printed = ''
  try {
    const port = await new Promise<string>((resolve, reject) => {
      const fail = () => reject(new Error(`${parameters.at(-1)} did not start:\n${printed}`))
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          printed += chunk
          const [, found] = /http:\/\/[\w.]+:(\d+)/.exec(printed) ?? []
          if (found !== undefined) resolve(found)
        })
      }
      child.once('error', reject)
      child.once('exit', fail)
      setTimeout(fail, patience).unref()
    })
    return { url: `http://127.0.0.1:${port}/graphql`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
