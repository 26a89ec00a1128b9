import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import type { Answers } from '../answers.ts'
import { csvLines } from '../csv-lines.ts'
import { readAnswers } from '../read-answers.ts'

/** All answers in a CSV file, or what is wrong in it. */
export async function answersIn(variables: readonly CodebookVariable[], file: Uint8Array) {
  const answers: Answers[] = []
  const read = await readAnswers(variables, csvLines([file]), (row) => {
    answers.push(row)
  })
  return 'problems' in read ? read : { answers }
}
