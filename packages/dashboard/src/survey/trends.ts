import type { Wave } from '@peo/sdk'
import { isReleased } from './glance-plan.ts'
import { isNumeric, type Question } from './survey.ts'

/** A question that several waves asked. */
export interface Trend {
  /** As the last of these waves asked it. */
  readonly question: Question
  /** From the first wave that asked it to the last, those between that did not included. */
  readonly waves: readonly Wave[]
  /** Waves that asked it with other answers, or do not release it. */
  readonly apart: readonly Wave[]
}

interface Asked {
  readonly wave: Wave
  readonly question: Question
}

/**
 * The questions that can be followed over waves: two and more of these asked it, with an answer in common.
 *
 * @param asked by wave, its questions
 */
export function trendsOf(waves: readonly Wave[], asked: readonly (readonly Question[])[]): readonly Trend[] {
  const codes = new Set(asked.flat().map(({ variable }) => variable.code))
  const trends = [...codes].flatMap((code): Trend[] => {
    const all = waves.flatMap((wave, at): Asked[] => {
      const question = asked[at]!.find(({ variable }) => variable.code === code)
      return question === undefined ? [] : [{ wave, question }]
    })
    const released = all.filter(
      ({ wave, question }) => !question.variable.background || isReleased(wave, question),
    )
    const alike = released.filter((one) =>
      released.some((other) => other !== one && haveInCommon(one, other)),
    )
    if (alike.length < 2) return []
    const apart = all.filter((one) => !alike.includes(one)).map(({ wave }) => wave)
    const span = waves.slice(waves.indexOf(alike[0]!.wave), waves.indexOf(alike.at(-1)!.wave) + 1)
    return [{ question: alike.at(-1)!.question, waves: span.filter((wave) => !apart.includes(wave)), apart }]
  })
  const isBackground = ({ question }: Trend) => Number(question.variable.background)
  return trends.sort((one, other) => isBackground(one) - isBackground(other))
}

function haveInCommon({ question: one }: Asked, { question: other }: Asked): boolean {
  if (isNumeric(one)) return true
  const codes = codesOf(other)
  return codesOf(one).some((code) => codes.includes(code))
}

const codesOf = ({ categories, nets }: Question) => [
  ...categories.map(({ code }) => code),
  ...nets.map(({ code }) => `net:${code}`),
]
