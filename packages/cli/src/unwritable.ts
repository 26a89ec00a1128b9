import { CommandError, exitCodes } from './exit-codes.ts'

/** Says of a file that was named that it cannot be written. */
export function unwritable(file: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException
  return new CommandError(exitCodes.usage, `${file} cannot be written: ${code ?? message}.`)
}
