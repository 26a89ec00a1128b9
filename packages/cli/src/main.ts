import { exitCodes } from './exit-codes.ts'
import { run } from './run.ts'

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Who reads no further, as head does, has enough.
  if (code === 'EPIPE') process.exit(exitCodes.done)
  process.stderr.write(`peo: standard output cannot be written: ${code}.\n`)
  process.exit(exitCodes.usage)
})
process.exitCode = await run(process.argv.slice(2))
