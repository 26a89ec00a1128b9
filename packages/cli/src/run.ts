import { isPeoError } from '@peo/sdk'
import yargs from 'yargs'
import { crosstabCommand } from './commands/crosstab.ts'
import { downloadCommand } from './commands/download.ts'
import { importCommand } from './commands/import.ts'
import { loginCommand } from './commands/login.ts'
import { logoutCommand } from './commands/logout.ts'
import { meansCommand } from './commands/means.ts'
import { typesCommand } from './commands/types.ts'
import { variablesCommand } from './commands/variables.ts'
import { wavesCommand } from './commands/waves.ts'
import { complete } from './complete.ts'
import { CommandError, exitCodeOf, exitCodes } from './exit-codes.ts'
import { version } from './version.ts'

const epilogue = `Where: --url, or PEO_URL, or the service you logged in to, or http://localhost:4000.
As whom: PEO_TOKEN, or PEO_CLIENT_ID and PEO_CLIENT_SECRET, or as you logged in, or nobody.
Exit codes: 0 done, 2 wrong command line, 3 no such thing or not released, 4 not allowed, 5 try later,
6 wrong data in a file, 1 anything else.`

/**
 * Runs the command line.
 *
 * @param args what stands behind `peo`
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  const [asked, ...words] = args
  try {
    const line = yargs([...args])
      .scriptName('peo')
      .usage('$0 <command>\n\nThe results of the Professional-ervaringsonderzoek.')
      .command(crosstabCommand)
      .command(meansCommand)
      .command(wavesCommand)
      .command(variablesCommand)
      .command(downloadCommand)
      .command(importCommand)
      .command(typesCommand)
      .command(loginCommand)
      .command(logoutCommand)
      .completion('completion', 'print a script that completes commands in bash or zsh', complete)
      .version(version)
      .check(areWell)
      .demandCommand(1, 'Name a command.')
      .strict()
      .recommendCommands()
      .locale('en')
      .wrap(100)
      .epilogue(epilogue)
      .exitProcess(false)
      .fail((message, error) => {
        throw error ?? new CommandError(exitCodes.usage, message)
      })
    // Shells ask so what completes a line. Left to itself, yargs then runs the line as well.
    if (asked === '--get-yargs-completions')
      for (const word of await line.getCompletion(words)) process.stdout.write(`${word}\n`)
    else await line.parseAsync()
    return exitCodes.done
  } catch (error) {
    process.stderr.write(told(error))
    return exitCodeOf(error)
  }
}

/** Options that may be given more than once. */
const several = ['_', 'wave', 'by', 'filter', 'leave-out', 'leaveOut']

/** Refuses what yargs takes: no number where one is wanted, and an option twice. */
function areWell(given: Readonly<Record<string, unknown>>): true {
  for (const [name, value] of Object.entries(given)) {
    if (Number.isNaN(value)) throw new CommandError(exitCodes.usage, `--${name} takes a number.`)
    if (Array.isArray(value) && !several.includes(name))
      throw new CommandError(exitCodes.usage, `--${name} is given more than once; give it once.`)
  }
  return true
}

function told(error: unknown): string {
  // It is told to who asked alone.
  if (isPeoError(error)) return `peo: ${error.explanation}\n     ${error.remedy}\n`
  if (error instanceof CommandError) {
    const help = error.exitCode === exitCodes.usage ? '     peo --help tells how.\n' : ''
    return `peo: ${error.message}\n${help}`
  }
  return `peo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
}
