import type { AskedQuestion } from '../collection/questionnaire.ts'

/** Questions on a page at most: as many as a phone shows without losing the thread. */
const together = 3

/** Divides the questions that are asked over pages, in order; what a question's routing looks at stands on a page before it. */
export function dividePages(questions: readonly AskedQuestion[]): AskedQuestion[][] {
  const pages: AskedQuestion[][] = []
  for (const question of questions) {
    if (question.known !== undefined) continue
    const page = pages.at(-1)
    const gate = question.askedIf?.variable
    if (page === undefined || page.length === together || page.some(({ code }) => code === gate))
      pages.push([question])
    else page.push(question)
  }
  return pages
}
