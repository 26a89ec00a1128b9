import { createInterface } from 'node:readline'
import { PeoClient } from '@peo/sdk'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { asLogin, serviceUrl } from '../connect.ts'
import { CommandError, exitCodes } from '../exit-codes.ts'
import { type Login, loginPath, writeLogin } from '../login-file.ts'
import { where } from '../options.ts'
import { asked, askedUnseen } from '../prompts.ts'
import { isSignInLink, openSession } from '../session.ts'

const options = {
  ...where,
  'client-id': { type: 'string', description: 'id of the client that staff made for you [asked]' },
} as const

const whoAmI = '{ viewer { role organisation name } }'

type Viewer = {
  readonly viewer: {
    readonly role: string
    readonly organisation: string | null
    readonly name: string | null
  }
}

/**
 * `peo login`: the secret, or the link that staff sign in with, is read from the terminal or standard input, never from
 * the command line, which others can see.
 */
export const loginCommand = {
  command: 'login',
  describe: 'keep the client that staff made for you, or sign in as staff, for later commands',
  builder: (yargs: Argv) =>
    yargs
      .options(options)
      .example('$0 login --url https://peo.example.nl', 'asks the id and the secret, or a sign-in link'),
  async handler(given: ArgumentsCamelCase<InferredOptionTypes<typeof options>>): Promise<void> {
    const login = await loginFrom(serviceUrl(given), await answers(given.clientId))
    const { viewer } = (await new PeoClient(asLogin(login)).query(whoAmI)) as Viewer
    await writeLogin(login)
    const whose = viewer.organisation === null ? '' : ` of ${viewer.organisation}`
    const name = viewer.name ?? ('clientId' in login ? login.clientId : 'you')
    process.stdout.write(
      `Logged in at ${login.url} as ${name}, ${viewer.role.toLowerCase()}${whose}. Kept in ${loginPath()}.\n`,
    )
  },
}

/** A link names its service itself. */
async function loginFrom(url: string, [first = '', second = '']: readonly string[]): Promise<Login> {
  if (isSignInLink(first)) return openSession(first)
  if (first !== '' && second !== '') return { url, clientId: first, clientSecret: second }
  throw new CommandError(
    exitCodes.usage,
    'The id or the secret is empty; give the id and then the secret, a line each, or a sign-in link alone.',
  )
}

/** The id and the secret of a client, or a sign-in link. */
async function answers(id: string | undefined): Promise<readonly string[]> {
  const { stdin } = process
  const given = id === undefined ? [] : [id]
  if (stdin.isTTY) {
    const first = id ?? (await asked('Client id, or the sign-in link of staff: '))
    if (isSignInLink(first.trim())) return [first.trim()]
    return [first, await askedUnseen('Client secret (not shown): ')].map((line) => line.trim())
  }
  for await (const line of createInterface({ input: stdin })) given.push(line)
  return given.map((line) => line.trim())
}
