import { type RequestError, requestError } from '../tables/request-error.ts'
import type { Language } from '../tables/table-labels.ts'

/** How anonymised answers are asked for. */
export interface RespondentQuery {
  readonly language: Language
  /** Of CSV: labels instead of codes. */
  readonly labels: boolean
}

/** Reads the parameters of `/waves/<code>/respondents.*`. */
export function readRespondentQuery(format: string, params: URLSearchParams): RespondentQuery | RequestError {
  const known = format === 'csv' ? ['language', 'labels'] : ['language']
  const unknown = [...params.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) {
    return invalid(unknown, `There is no parameter "${unknown}"; .${format} takes ${known.join(' and ')}.`)
  }
  const twice = known.find((name) => params.getAll(name).length > 1)
  if (twice !== undefined) return invalid(twice, `The parameter "${twice}" stands in the address twice.`)
  const language = (params.get('language') || 'NL').toLowerCase()
  if (language !== 'nl' && language !== 'en')
    return invalid('language', `"${language}" is neither NL nor EN.`)
  const labels = params.get('labels') || 'false'
  if (labels !== 'true' && labels !== 'false')
    return invalid('labels', `"${labels}" is neither true nor false.`)
  return { language, labels: labels === 'true' }
}

function invalid(argument: string, message: string): RequestError {
  return requestError('INVALID_INPUT', message, { argument })
}
