import { storableText } from '../audit/storable-note.ts'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { type Answers, wasAsked } from '../import/answers.ts'
import type { ImportProblemCode } from '../import/import-problem.ts'
import { columnsOf, longestText } from '../import/read-answer.ts'
import { rowReader } from '../import/read-answers.ts'

/** What is wrong with an answer that somebody submits. */
export interface AnswerProblem {
  /** Code of the variable. */
  readonly variable: string
  readonly code: ImportProblemCode | 'UNKNOWN_VARIABLE'
  readonly message: string
}

/** Answers as they are stored, or everything that is wrong with them. */
export function checkSubmission(
  variables: readonly CodebookVariable[],
  given: Answers,
  organisation: string | null,
): { readonly answers: Answers } | { readonly problems: readonly AnswerProblem[] } {
  const filled = fillIn(variables, given, organisation)
  const wrong = [
    ...unknownVariables(variables, given),
    ...variables.flatMap((one) => wrongShape(one, filled)),
  ]
  if (wrong.length > 0) return { problems: wrong }
  const owners = variables.flatMap((variable) => columnsOf(variable).map((column) => [column, variable.code]))
  const header = owners.map(([column]) => column!)
  const fields = variables.flatMap((variable) => fieldsOf(variable, filled[variable.code]))
  const { answers, problems } = rowReader(variables, header).read({ row: 1, fields })
  if (problems.length === 0) return { answers }
  const variableOf = new Map(owners as [string, string][])
  return {
    problems: problems.map(({ column, code, message }) => ({
      variable: variableOf.get(column!)!,
      code,
      message,
    })),
  }
}

/** What nobody is asked: the organisation that the code or link is for, and a weight, which is 1 before weighting. */
function fillIn(
  variables: readonly CodebookVariable[],
  given: Answers,
  organisation: string | null,
): Answers {
  const boundary = variables.find(({ partnerBoundary }) => partnerBoundary)
  const weights = variables.filter(({ measurement }) => measurement === 'weight')
  return {
    ...given,
    ...Object.fromEntries(weights.map(({ code }) => [code, 1])),
    ...(organisation !== null &&
      boundary !== undefined &&
      wasAsked(boundary.askedIf, given) && { [boundary.code]: organisation }),
  }
}

function unknownVariables(variables: readonly CodebookVariable[], given: Answers): AnswerProblem[] {
  const known = new Set(variables.map(({ code }) => code))
  return Object.keys(given)
    .filter((code) => !known.has(code))
    .map((variable) => ({
      variable,
      code: 'UNKNOWN_VARIABLE',
      message: 'the wave does not ask this; leave it out',
    }))
}

/** What cannot be said as fields of a row. */
function wrongShape(variable: CodebookVariable, given: Answers): AnswerProblem[] {
  const { code, measurement, categories = [] } = variable
  const answer = given[code]
  if (answer === undefined) return []
  const isSeveral = measurement === 'multiple'
  if (isSeveral !== Array.isArray(answer)) {
    const message = `${code} takes ${isSeveral ? 'a list of answers' : 'one answer'}`
    return [{ variable: code, code: 'UNKNOWN_CATEGORY', message }]
  }
  const unknown = isSeveral
    ? (answer as readonly string[]).filter((one) => !categories.some((category) => category.code === one))
    : []
  if (unknown.length > 0)
    return [{ variable: code, code: 'UNKNOWN_CATEGORY', message: `${code} has no such category` }]
  if (String(answer).length <= longestText) return []
  const message = `the answer is longer than ${longestText} characters; make it shorter`
  return [{ variable: code, code: 'TOO_LONG', message }]
}

function fieldsOf(variable: CodebookVariable, answer: Answers[string] | undefined): string[] {
  if (variable.measurement !== 'multiple') return [answer === undefined ? '' : storableText(String(answer))]
  const named = answer as readonly string[] | undefined
  return (variable.categories ?? []).map(({ code }) =>
    named === undefined ? '' : named.includes(code) ? '1' : '0',
  )
}
