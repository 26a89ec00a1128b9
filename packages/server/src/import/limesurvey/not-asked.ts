import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { codeOf } from '../source-table.ts'

/** What LimeSurvey writes of a response before its questions: questions by these names stand after it. */
const administrative = /^(submitdate|lastpage|startlanguage|seed|startdate|datestamp)$/

/** What it knows of who answered, in whatever place. */
const personal = /^(token|ipaddr|refurl|firstname|lastname|email|emailstatus|participant_id|attribute_\d+)$/

/** How long somebody took, at the end. */
const timing = /^(interviewtime|groupTime\d+|.+Time)$/

export const dated = 'it could tell who answered, or when'

/** Why a column is none of a question, by its name and place. */
export function notAsked(
  header: readonly string[],
  place: number,
  known: readonly CodebookVariable[],
): string | undefined {
  const name = header[place]!
  const timings = header.lastIndexOf('interviewtime')
  // An attribute may be a background variable of the wave, such as a sector.
  const isMeant = known.some(({ code }) => code === codeOf(name))
  if (timings !== -1 && place >= timings && timing.test(name))
    return name === 'interviewtime' && isMeant ? undefined : dated
  if (!administrative.test(name) && !personal.test(name)) return undefined
  // A question has its column after that of LimeSurvey by the same name.
  if (header.includes(name, place + 1)) return dated
  if (isMeant || header.indexOf(name) < place) return undefined
  if (personal.test(name))
    return `it could tell who answered; give the wave a variable ${codeOf(name)} if it is a question`
  const isQuestion = (one: string) => one !== 'id' && !administrative.test(one) && !personal.test(one)
  return header.slice(0, place).some(isQuestion) ? undefined : dated
}
