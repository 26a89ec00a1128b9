import { PeoClient, type PeoClientOptions, type RetryNotice } from '@peo/sdk'
import { CommandError, exitCodes } from './exit-codes.ts'
import { type Login, readLogin } from './login-file.ts'
import { asSession } from './session.ts'

const home = 'http://localhost:4000'

interface Where {
  readonly url?: string | undefined
}

/** The address that the command line names, else the environment, else `otherwise`. */
export function serviceUrl({ url }: Where, otherwise: string = home): string {
  const named = url || process.env.PEO_URL || otherwise
  const address = URL.canParse(named) ? new URL(named) : undefined
  if (address?.username || address?.password)
    throw new CommandError(
      exitCodes.usage,
      'The address has a name or password in it; log in with peo login, or set PEO_CLIENT_ID and PEO_CLIENT_SECRET.',
    )
  if (!address || !/^https?:$/.test(address.protocol))
    throw new CommandError(exitCodes.usage, `${named} is no address; write one such as ${home}.`)
  return address.href.replace(/\/+$/, '')
}

/**
 * Where and as whom a command asks: what the command line says, else the environment, else the last login. A login is
 * for its own service alone.
 */
export async function connection(given: Where): Promise<PeoClientOptions> {
  const { PEO_TOKEN, PEO_CLIENT_ID, PEO_CLIENT_SECRET } = process.env
  // Whoever says who they are needs no login, and none that is damaged stands in the way.
  const login = PEO_TOKEN || PEO_CLIENT_ID ? await readLogin().catch(() => undefined) : await readLogin()
  const url = serviceUrl(given, login?.url)
  if (PEO_TOKEN) return { url, token: sendable(PEO_TOKEN.trim()) }
  if (PEO_CLIENT_ID && PEO_CLIENT_SECRET) {
    return { url, clientId: PEO_CLIENT_ID, clientSecret: PEO_CLIENT_SECRET }
  }
  if (PEO_CLIENT_ID || PEO_CLIENT_SECRET) {
    throw new CommandError(
      exitCodes.usage,
      'PEO_CLIENT_ID and PEO_CLIENT_SECRET go together; set both or neither.',
    )
  }
  return login?.url === url ? asLogin(login) : { url }
}

/** A token that a header can hold; no message repeats one that is none. */
function sendable(token: string): string {
  if (/^[!-~]+$/.test(token)) return token
  throw new CommandError(
    exitCodes.usage,
    'PEO_TOKEN holds signs that no token has, such as a line break; set it to an access token alone.',
  )
}

/** As whom somebody logged in. */
export function asLogin(login: Login): PeoClientOptions {
  return 'session' in login ? { url: login.url, fetch: asSession(login) } : login
}

/** The client of a command. */
export async function connect(given: Where): Promise<PeoClient> {
  return new PeoClient({ ...(await connection(given)), onRetry: tellWait })
}

/** Shorter waits are no news; in milliseconds. */
const longWait = 3000

function tellWait({ delay, status }: RetryNotice): void {
  if (delay < longWait) return
  const why = status === null ? 'The service cannot be reached' : `The service answered ${status}`
  process.stderr.write(`${why}; it is asked again in ${Math.ceil(delay / 1000)} seconds.\n`)
}
