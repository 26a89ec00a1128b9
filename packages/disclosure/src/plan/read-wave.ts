import { unitOf, type WaveData } from '@peo/tabulation'
import type { DisclosurePolicy } from '../release-plan.ts'
import { type QuestionAnswers, questionAnswers } from './answer-counts.ts'
import type { Grouping } from './grouping.ts'
import { makeGrouping } from './make-grouping.ts'
import type { PlannedQuestion } from './question-tables.ts'

/** A wave as planning reads it: what its tables single out. */
export interface WaveGroupings {
  readonly data: WaveData
  /** Of all breakdowns together. */
  readonly background: Grouping
  readonly byQuestion: ReadonlyMap<string, Grouping>
  /** By respondent, equal where weight and sampling unit are; absent in a wave without either. */
  readonly classOf?: Int32Array
}

/** Reads what the tables of a wave single out. */
export function readWave(data: WaveData, { breakdowns, questions }: DisclosurePolicy): WaveGroupings {
  const classOf = sampleClasses(data)
  return {
    data,
    background: makeGrouping(data, breakdowns, false),
    byQuestion: new Map(questions.map((code) => [code, makeGrouping(data, [[code]], true)])),
    ...(classOf && { classOf }),
  }
}

/** A question and all that tables with it single out; an empty code stands for the tables of background alone. */
export function plannedQuestion(wave: WaveGroupings, code: string): PlannedQuestion {
  const { data, background, byQuestion, classOf } = wave
  const variable = data.variables.get(code)
  const others = code === '' ? [] : [...byQuestion].filter(([other]) => other !== code)
  return {
    answers:
      code === ''
        ? everyone(data.size)
        : questionAnswers(data.columns.get(code), variable?.categories ?? [], data.size),
    groupings: [background, ...others.map(([, grouping]) => grouping)],
    isBackground: code === '',
    ...(variable?.askedIf && { routing: variable.askedIf }),
    ...(classOf && { classOf }),
  }
}

/** In a table of background alone everyone is counted, and gives no answer. */
function everyone(size: number): QuestionAnswers {
  return {
    codes: [],
    exclusive: false,
    hasChoice: true,
    answered: new Uint8Array(size).fill(1),
    placeOf: [],
    named: [],
  }
}

function sampleClasses({ weights, design, size }: WaveData): Int32Array | undefined {
  if (weights === undefined && design === undefined) return undefined
  const classes = new Map<string, number>()
  return Int32Array.from({ length: size }, (_, respondent) => {
    const key = `${weights?.[respondent] ?? 1} ${design === undefined ? 0 : unitOf(design, respondent)}`
    const known = classes.get(key) ?? classes.size
    classes.set(key, known)
    return known
  })
}
