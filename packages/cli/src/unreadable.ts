import { CommandError, exitCodes } from './exit-codes.ts'

/** Says of a file that was named why it cannot be read. */
export function unreadable(file: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new CommandError(exitCodes.usage, `There is no file ${file}.`)
  if (code === 'EISDIR') return new CommandError(exitCodes.usage, `${file} is a folder; name a file in it.`)
  return new CommandError(exitCodes.usage, `${file} cannot be read: ${code ?? message}.`)
}
