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
import { complete, settleShell } from './complete.ts'
import { CommandError, exitCodeOf, exitCodes } from './exit-codes.ts'
import { remedyOf } from './remedy.ts'
import { version } from './version.ts'
import { checkValues, checkWords } from './well-formed.ts'

const epilogue = `Where: --url, or PEO_URL, or the service you logged in to, or http://localhost:4000.
As whom: PEO_TOKEN, or PEO_CLIENT_ID and PEO_CLIENT_SECRET, or as you logged in, or nobody.
Exit codes: 0 done, 2 wrong command line or setting, 3 no such thing or not released, 4 not allowed, 5 try later,
6 wrong data in a file, 1 anything else.`

/**
 * Runs the command line.
 *
 * @param args what stands behind `peo`
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  const [asked, ...words] = args
  const isCompletion = asked === '--get-yargs-completions'
  try {
    if (isCompletion) settleShell()
    else checkWords(args)
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
      .completion(
        'completion',
        'print a script that completes commands in bash or zsh, as SHELL is',
        complete,
      )
      .version(version)
      .alias({ h: 'help', v: 'version' })
      .check(checkValues)
      .demandCommand(1, 'Name a command.')
      .parserConfiguration({ 'dot-notation': false })
      .strict()
      .recommendCommands()
      .locale('en')
      .wrap(100)
      .epilogue(epilogue)
      .exitProcess(false)
      .fail((message, error) => {
        const isShort = message?.startsWith('Not enough non-option')
        const missing = `Something is missing behind "peo ${asked}"; peo ${asked} --help tells what.`
        throw error ?? new CommandError(exitCodes.usage, isShort ? missing : message)
      })
    // Shells ask so what completes a line. Left to itself, yargs then runs the line as well.
    if (isCompletion) for (const word of await line.getCompletion(words)) process.stdout.write(`${word}\n`)
    else await line.parseAsync()
    return exitCodes.done
  } catch (error) {
    process.stderr.write(told(error))
    return exitCodeOf(error)
  }
}

function told(error: unknown): string {
  // It is told to who asked alone.
  if (isPeoError(error)) return `peo: ${error.explanation}\n     ${remedyOf(error)}\n`
  if (error instanceof CommandError) {
    const help = error.exitCode === exitCodes.usage ? '     peo --help tells how.\n' : ''
    return `peo: ${error.message}\n${help}`
  }
  return `peo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
}
