import type { AnonymousAnswer } from '@peo/disclosure'
import type { RespondentVariable } from './respondent-file.ts'

/** What stands for an answer that is not there, by why. */
export type AbsentCodes = Readonly<Record<Exclude<AnonymousAnswer['status'], 'VALUE'>, number>>

/**
 * Numbers that stand for an answer that is not there: -97 withheld, -98 not asked, -99 no answer; -997 and so on where
 * an answer to the variable is as low. No category has a code with a minus, and no option.
 */
export function absentCodes({ numbers }: RespondentVariable): AbsentCodes {
  const lowest = numbers[0] ?? 0
  let power = 100
  while (lowest <= 3 - power) power *= 10
  return { WITHHELD: 3 - power, NOT_ASKED: 2 - power, NO_ANSWER: 1 - power }
}
