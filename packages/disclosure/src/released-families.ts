import type { DisclosurePolicy, Family } from './release-plan.ts'

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((code) => b.includes(code)) && b.every((code) => a.includes(code))

/**
 * The families whose groups a table of these variables shows, or undefined where no such table is released.
 * Released are: any question, alone or by any breakdown; any breakdown alone; any two questions for the whole
 * wave, in which the answers to each are groups. Nothing is released by itself: no plan looks at such a table.
 * What is not background counts as a question; a plan has no families of one that was not asked.
 */
export function familiesOf(
  variables: readonly string[],
  policy: DisclosurePolicy,
): readonly Family[] | undefined {
  if (new Set(variables).size < variables.length) return undefined
  const background = variables.filter((code) => policy.background.includes(code))
  const questions = variables.filter((code) => !policy.background.includes(code))
  const breakdown = policy.breakdowns.find((candidate) => sameSet(candidate, background))
  const [first, second] = questions
  if (background.length > 0) {
    if (breakdown === undefined || questions.length > 1) return undefined
    return [{ question: first ?? '', by: breakdown }]
  }
  if (first === undefined) return undefined
  if (second === undefined) return [{ question: first, by: [] }]
  if (questions.length > 2) return undefined
  return [
    { question: first, by: [second] },
    { question: second, by: [first] },
  ]
}

/** Every family of the closed list. */
export function releasedFamilies(policy: DisclosurePolicy): Family[] {
  const alone = policy.breakdowns.map((by) => ({ question: '', by }))
  const byQuestion = policy.questions.flatMap((question) => [
    { question, by: [] },
    ...policy.breakdowns.map((by) => ({ question, by })),
    ...policy.questions.filter((other) => other !== question).map((other) => ({ question, by: [other] })),
  ])
  return [...alone, ...byQuestion]
}
