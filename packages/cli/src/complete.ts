import type { PeoClient } from '@peo/sdk'
import type { Arguments } from 'yargs'
import { connect } from './connect.ts'

/** Milliseconds after which completion gives up: somebody waits with a finger on the key. */
const patience = 2000

type Done = (words: string[]) => void

/** Completes codes of waves and variables with their labels, as the service has them now; else what commands have. */
export async function complete(
  current: string,
  given: Arguments,
  completeUsual: (onUsual: (error: Error | null, words: string[] | undefined) => void) => void,
  done: Done,
): Promise<void> {
  const [, command] = given._.map(String)
  const before = process.argv.at(-2) ?? ''
  const list = listFor(command, before, current, given._.length <= 3)
  if (list === undefined) return completeUsual((_, words) => done(words ?? []))
  const peo = await connect({ url: typeof given.url === 'string' ? given.url : undefined })
  const signal = AbortSignal.timeout(patience)
  done(await list(peo, signal).catch(() => []))
}

type List = (peo: PeoClient, signal: AbortSignal) => Promise<string[]>

function listFor(
  command: string | undefined,
  before: string,
  current: string,
  isFirst: boolean,
): List | undefined {
  if (current.startsWith('-')) return undefined
  if (before === '--wave' || (command === 'download' && isFirst)) return waves
  // Where nothing is offered, the shell offers files.
  if (command === 'import' && !before.startsWith('-')) return async () => []
  if (before === '--by') return variables
  if (before.startsWith('-')) return undefined
  return command === 'crosstab' || command === 'means' ? variables : undefined
}

const isZsh = () => /zsh/.test(process.env.SHELL ?? '')

const described = (code: string, label: string) => (isZsh() ? `${code}:${label.replaceAll(':', ' ')}` : code)

const waves: List = async (peo, signal) =>
  (await peo.waves({}, { signal })).map(({ code, title }) => described(code, title))

const variables: List = async (peo, signal) =>
  (await peo.variables({}, { signal })).map(({ code, label }) => described(code, label))
