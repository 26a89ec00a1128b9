import { parseArgs } from 'node:util'
import { createStaffAccount, linkAccount, noteAccount } from './access/staff-accounts.ts'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'

const usage = `Usage: npm run sign-in-link -- NAME

Prints a link that signs the account of staff with that name in, once, within a day. Makes the account where there is
none. For the first of staff, and for when nobody is signed in who could make a link in GraphiQL.

  --help  show this

DATABASE_URL or DATA_DIR say which database, PUBLIC_URL or PORT where the service is, as for npm start. Stop a service
that uses the same embedded database first.
Exit code: 0 printed, 1 not, 2 wrong use.
`

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  })
  const [name, ...more] = positionals
  if (values.help || name === undefined || more.length > 0) {
    process.stdout.write(usage)
    return values.help ? 0 : 2
  }
  const configuration = readConfiguration(process.env)
  const url = configuration.publicUrl ?? `http://localhost:${configuration.port}`
  const database = await openDatabase(configuration)
  try {
    const { prisma } = database
    const account = await prisma.staffAccount.findFirst({
      where: { kind: 'STAFF', name },
      orderBy: { createdAt: 'asc' },
    })
    const made = await (account === null
      ? createStaffAccount(prisma, url, name)
      : linkAccount(prisma, url, 'STAFF', account.id))
    const subject = account === null ? 'createStaffAccount' : 'createSignInLink'
    if (made.kind === 'account') await noteAccount(prisma, 'command line', subject, made.account)
    process.stdout.write(`${made.kind === 'problem' ? made.message : made.link}\n`)
    return made.kind === 'problem' ? 1 : 0
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
