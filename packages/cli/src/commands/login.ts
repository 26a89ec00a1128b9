import { createInterface } from 'node:readline/promises'
import { PeoClient } from '@peo/sdk'
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs'
import { serviceUrl } from '../connect.ts'
import { CommandError, exitCodes } from '../exit-codes.ts'
import { loginPath, writeLogin } from '../login-file.ts'
import { where } from '../options.ts'

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

/** `peo login`: the secret is read from the terminal or standard input, never from the command line, which others can see. */
export const loginCommand = {
  command: 'login',
  describe: 'keep the client that staff made for you, for later commands',
  builder: (yargs: Argv) =>
    yargs.options(options).example('$0 login --url https://peo.example.nl', 'asks the id and the secret'),
  async handler(given: ArgumentsCamelCase<InferredOptionTypes<typeof options>>): Promise<void> {
    const url = serviceUrl(given)
    const { clientId, clientSecret } = await credentials(given.clientId)
    const peo = new PeoClient({ url, clientId, clientSecret })
    const { viewer } = (await peo.query(whoAmI)) as Viewer
    await writeLogin({ url, clientId, clientSecret })
    const whose = viewer.organisation === null ? '' : ` of ${viewer.organisation}`
    process.stdout.write(
      `Logged in at ${url} as ${viewer.name ?? clientId}, ${viewer.role.toLowerCase()}${whose}. Kept in ${loginPath()}.\n`,
    )
  },
}

async function credentials(id: string | undefined) {
  const { stdin, stderr } = process
  if (stdin.isTTY) {
    const terminal = createInterface({ input: stdin, output: stderr })
    const clientId = id ?? (await terminal.question('Client id: '))
    terminal.close()
    stderr.write('Client secret (not shown): ')
    return checked(clientId, await hidden(stdin))
  }
  const lines = []
  for await (const line of createInterface({ input: stdin })) lines.push(line)
  const [clientId = '', clientSecret = ''] = id === undefined ? lines : [id, ...lines]
  return checked(clientId, clientSecret)
}

function checked(clientId: string, clientSecret: string) {
  if (clientId.trim() !== '' && clientSecret.trim() !== '') {
    return { clientId: clientId.trim(), clientSecret: clientSecret.trim() }
  }
  throw new CommandError(
    exitCodes.usage,
    'The id or the secret is empty; give the id and then the secret, a line each.',
  )
}

/** A line that is typed unseen. */
function hidden(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = ''
    input.setRawMode(true)
    input.resume()
    input.setEncoding('utf8')
    const end = (settle: () => void) => {
      input.setRawMode(false)
      input.pause()
      input.off('data', take)
      process.stderr.write('\n')
      settle()
    }
    const take = (text: string) => {
      for (const sign of text) {
        if (sign === '\r' || sign === '\n') return end(() => resolve(typed))
        if (sign === '\u0003') return end(() => reject(new CommandError(exitCodes.usage, 'Stopped.')))
        typed = sign === '\u007F' || sign === '\b' ? typed.slice(0, -1) : typed + sign
      }
    }
    input.on('data', take)
  })
}
