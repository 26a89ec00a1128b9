import type { PeoClient, Variable } from '@peo/sdk'
import type { Arguments } from 'yargs'
import { connect } from './connect.ts'
import { isFlag } from './well-formed.ts'

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
  const url = typeof given.url === 'string' ? given.url : undefined
  const signal = AbortSignal.timeout(patience)
  const asked = connect({ url }).then((peo) => list(peo, signal))
  // A message would stand in the middle of the line.
  const offered = await asked.catch(() => [])
  done(offered.map(({ code, label }) => (isZsh() ? `${code}:${label.replaceAll(':', ' ')}` : code)))
}

interface Offered {
  readonly code: string
  readonly label: string
}

type List = (peo: PeoClient, signal: AbortSignal) => Promise<readonly Offered[]>

function listFor(
  command: string | undefined,
  before: string,
  current: string,
  isFirst: boolean,
): List | undefined {
  if (current.startsWith('-')) return undefined
  if (before === '--wave') return behindComma(current, waves)
  if (before === '--by') return behindComma(current, variables)
  if (before === '--filter') return filters(current)
  if (files.includes(before)) return none
  if (before.startsWith('-') && !isFlag(before)) return undefined
  if (command === 'download' && isFirst) return waves
  if (command === 'import') return none
  if (command === 'means') return numericVariables
  return command === 'crosstab' ? variables : undefined
}

/** Options that name a file. */
const files = ['--out', '--data']

/** Where nothing is offered, the shell offers files. */
const none: List = async () => []

/**
 * Has yargs, which goes by the shell of the login, answer the shell that asks. The script for zsh alone passes the line
 * on in the environment.
 */
export function settleShell(): void {
  const { env } = process
  if (env.COMP_LINE !== undefined) env.SHELL = 'zsh'
  else if (isZsh()) env.SHELL = 'bash'
}

const isZsh = () => /zsh/.test(process.env.SHELL ?? '')

const waves: List = async (peo, signal) =>
  (await peo.waves({}, { signal })).map(({ code, title }) => ({ code, label: title }))

const variables = (peo: PeoClient, signal: AbortSignal): Promise<readonly Variable[]> =>
  peo.variables({}, { signal })

const numericVariables: List = async (peo, signal) =>
  (await variables(peo, signal)).filter(({ measurement }) => measurement === 'NUMERIC')

/** Shells complete whole words: what is offered stands behind the part of a word that is done. */
const behind = (done: string, offered: readonly Offered[]) =>
  offered.map(({ code, label }) => ({ code: done + code, label }))

const uptoComma = (word: string) => word.slice(0, word.lastIndexOf(',') + 1)

const behindComma =
  (current: string, list: List): List =>
  async (peo, signal) =>
    behind(uptoComma(current), await list(peo, signal))

/** Variables, and once only one is left, its categories. */
const filters =
  (current: string): List =>
  async (peo, signal) => {
    const [named = '', categories = ''] = current.split('=')
    const isNamed = ({ code }: Variable) => (current.includes('=') ? code === named : code.startsWith(named))
    const possible = (await variables(peo, signal)).filter(
      (variable) => variable.categories.length > 0 && isNamed(variable),
    )
    const [first, ...others] = possible
    return first === undefined || others.length > 0
      ? possible.map(({ code, label }) => ({ code: `${code}=`, label }))
      : behind(`${first.code}=${uptoComma(categories)}`, first.categories)
  }
