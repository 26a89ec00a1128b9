import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { CommandError, exitCodes } from './exit-codes.ts'
import type { Session } from './session.ts'
import { unwritable } from './unwritable.ts'

/** Where somebody logged in, and as whom: as a client, or with a sign-in link of staff. */
export type Login = Client | Session

interface Client {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
}

/** The file that keeps it, in the folder for settings of the XDG Base Directory Specification. */
export function loginPath(): string {
  const settings = process.env.XDG_CONFIG_HOME || path.join(homedir(), '.config')
  return path.join(settings, 'peo', 'login.json')
}

/** As whom somebody logged in last; nothing where nobody did. */
export async function readLogin(): Promise<Login | undefined> {
  const text = await readFile(loginPath(), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const login = asJson(text)
  if (isLogin(login)) return login
  throw new CommandError(
    exitCodes.access,
    `${loginPath()} cannot be read; log in anew with peo login, or forget it with peo logout.`,
  )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isLogin(read: unknown): read is Login {
  const { url, session, clientId, clientSecret } = Object(read)
  // Both go into headers.
  const isText = (value: unknown) => typeof value === 'string' && /^[!-~]+( [!-~]+)*$/.test(value)
  return (
    typeof url === 'string' &&
    URL.canParse(url) &&
    (isText(session) || (isText(clientId) && isText(clientSecret)))
  )
}

/** Keeps a login, for its owner's eyes alone. */
export async function writeLogin(login: Login): Promise<void> {
  const file = loginPath()
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 })
    await chmod(file, 0o600)
  } catch (error) {
    throw unwritable(file, error)
  }
}

/** Forgets the login. */
export async function removeLogin(): Promise<void> {
  await rm(loginPath(), { force: true }).catch((error) => {
    throw unwritable(loginPath(), error)
  })
}
