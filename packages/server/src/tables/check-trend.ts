import type { Release } from '../release/published-releases.ts'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import { type RequestError, requestError } from './request-error.ts'

type Described = Pick<Release, 'codebook'>

interface Asked {
  readonly wave: string
  readonly variable: ReleasedVariable
}

const kinds = {
  nominal: 'a question with one answer',
  ordinal: 'a question with one answer',
  multiple: 'a question with several answers',
  numeric: 'a number',
  text: 'an open question',
  weight: 'a weight',
}

/**
 * Refuses a trend that makes no sense: a variable that is of another kind in another wave, one that in some wave
 * has no category or net in common with any other, and variables that fewer than two waves asked together.
 *
 * @param published the waves that the way out may name
 * @param waves those of the table; a single one is no trend
 * @param used codes of all variables of the table; one that no published wave has is not judged here
 */
export function checkTrend(
  published: readonly Described[],
  waves: readonly Described[],
  used: readonly string[],
): RequestError | undefined {
  if (waves.length < 2) return undefined
  const known = [...new Set(used)].filter((code) => published.some((wave) => describe(wave, code)))
  for (const code of known) {
    const asked = waves.flatMap((wave) => {
      const variable = describe(wave, code)
      return variable === undefined ? [] : [{ wave: waveCode(wave), variable }]
    })
    const error = checkKind(code, asked) ?? checkCategories(code, asked)
    if (error !== undefined) return error
  }
  return checkAsked(published, waves, known)
}

const waveCode = ({ codebook }: Described) => codebook.wave.code

function describe({ codebook }: Described, code: string): ReleasedVariable | undefined {
  return codebook.variables.find((variable) => variable.code === code)
}

function checkKind(code: string, asked: readonly Asked[]): RequestError | undefined {
  const kindOf = ({ variable }: Asked) => kinds[variable.measurement]
  const found = [...new Set(asked.map(kindOf))]
  if (found.length < 2) return undefined
  const parts = found.map((kind) => {
    const waves = asked.filter((each) => kindOf(each) === kind).map(({ wave }) => wave)
    return `${kind} in ${waves.join(', ')}`
  })
  const message = `There is no trend of ${code}: it is ${parts.join(' and ')}. Ask for waves in which it is the same.`
  return requestError('INVALID_INPUT', message, { variable: code, waves: asked.map(({ wave }) => wave) })
}

function checkCategories(code: string, asked: readonly Asked[]): RequestError | undefined {
  const codes = asked.map(({ variable: { categories = [], nets = [] } }) => [
    ...categories.map((category) => category.code),
    ...nets.map((net) => `net:${net.code}`),
  ])
  const apart = asked.findIndex((_, index) => {
    const others = codes.filter((_, other) => other !== index).flat()
    return others.length > 0 && !codes[index]!.some((own) => others.includes(own))
  })
  if (apart < 0) return undefined
  const { wave } = asked[apart]!
  const message = `There is no trend of ${code}: in ${wave} it has none of the categories or nets of the other waves, but ${codes[apart]!.join(', ')}. Ask ${wave} by itself.`
  return requestError('INVALID_INPUT', message, { variable: code, waves: asked.map((each) => each.wave) })
}

function checkAsked(
  published: readonly Described[],
  waves: readonly Described[],
  used: readonly string[],
): RequestError | undefined {
  const missing = (wave: Described) => used.filter((code) => !describe(wave, code))
  const complete = (of: readonly Described[]) => of.filter((wave) => missing(wave).length === 0).map(waveCode)
  if (complete(waves).length >= 2) return undefined
  const lacking = waves.filter((wave) => missing(wave).length > 0)
  const gaps = lacking.map((wave) => `${waveCode(wave)} did not ask ${missing(wave).join(' and ')}`)
  const asked = complete(published)
  const message = `There is no trend: fewer than two of these waves asked everything in the table (${gaps.join('; ')}). ${wayOut(asked)}`
  const variable = missing(lacking[0]!)[0]
  return requestError('INVALID_INPUT', message, { variable, waves: waves.map(waveCode), asked })
}

function wayOut(asked: readonly string[]): string {
  if (asked.length === 0) return 'No published wave asked all of it; leave a variable out.'
  return asked.length === 1 ? `Only ${asked[0]} did; ask it by itself.` : `These did: ${asked.join(', ')}.`
}
