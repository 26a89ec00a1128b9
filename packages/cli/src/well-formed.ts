import { CommandError, exitCodes } from './exit-codes.ts'

/** Options that are there or not. */
const flags = ['weighted', 'dry-run', 'stdout', 'labels']

/** Whether a word such as `--labels` has no value behind it. */
export const isFlag = (word: string) => flags.includes(word.replace(/^--/, ''))

/** Options with a value. */
const valued = [
  'wave',
  'by',
  'filter',
  'confidence',
  'format',
  'language',
  'url',
  'client-id',
  'out',
  'data',
  'leave-out',
]

/** Options that may be given more than once. */
const several = ['_', 'wave', 'by', 'filter', 'leave-out', 'leaveOut']

const usage = (message: string) => new CommandError(exitCodes.usage, message)

/**
 * Refuses words that yargs takes: an option without its value, as of a variable that a script forgot to set, and what
 * stands behind `--`, which it drops.
 */
export function checkWords(words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    if (word === '--')
      throw usage('"--" is not taken; leave it out, and write a file such as -a.csv as ./-a.csv.')
    const [, name = '', value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (flags.includes(name) && value !== undefined && !/^(true|false)$/.test(value))
      throw usage(`--${name} is there or not; write it without "=${value}".`)
    const given = value ?? words[at + 1] ?? ''
    const isMissing = given === '' || (value === undefined && given.startsWith('--'))
    if (valued.includes(name) && isMissing) throw usage(`--${name} takes a value, and has none.`)
    if (several.includes(name) && /^[,\s]+$/.test(given))
      throw usage(`--${name} ${given} names nothing; write codes, with commas between.`)
  }
}

/** Refuses values that yargs takes: no number where one is wanted, one out of bounds, and an option twice. */
export function checkValues(given: Readonly<Record<string, unknown>>): true {
  for (const [name, value] of Object.entries(given)) {
    if (Number.isNaN(value)) throw usage(`--${name} takes a number.`)
    if (Array.isArray(value) && !several.includes(name))
      throw usage(`--${name} is given more than once; give it once.`)
  }
  const { confidence } = given
  if (typeof confidence === 'number' && !(confidence >= 0.5 && confidence <= 0.9999))
    throw usage(`--confidence is from 0.5 to 0.9999; ${confidence} is not.`)
  return true
}
