import { exitCodes } from './exit-codes.ts'
import { run } from './run.ts'

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Who reads no further, as head does, has enough; how the command ended is still to be told.
  if (code === 'EPIPE') return
  process.stderr.write(`peo: standard output cannot be written: ${code}.\n`)
  process.exit(exitCodes.usage)
})
// What nobody hears changes nothing.
process.stderr.on('error', () => {})
process.exitCode = await run(process.argv.slice(2))
