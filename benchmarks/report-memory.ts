import { writeSync } from 'node:fs'

/** Imported by a measured process: says on file descriptor 3 how much memory it had at most, in kilobytes. */
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
