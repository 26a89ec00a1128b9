import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { DraftQuestion, Questionnaire } from './questionnaire.ts'

/** A change of a questionnaire. */
export type QuestionnaireEdit = (before: Questionnaire) => Questionnaire | UserProblem

/**
 * Puts a question into a questionnaire: in the place of the one that asks the same variable, or after another; else at
 * the end. A background variable that it brings in is a breakdown by itself, as in a codebook that names none, as long as
 * nobody chose others.
 *
 * @param variable code of its variable
 * @param written what it becomes, by what it is
 */
export function putQuestion(
  variable: string,
  written: (before: DraftQuestion | undefined) => DraftQuestion,
  after?: string,
): QuestionnaireEdit {
  return (before) => {
    const { questions } = before
    const own = questions.findIndex(({ code }) => code === variable)
    const question = written(questions[own])
    const isBackground = question.role === 'background'
    const isBroughtIn = isBackground && questions[own]?.role !== 'background'
    const kept = isBackground
      ? before.breakdowns
      : before.breakdowns.filter((breakdown) => !breakdown.includes(variable))
    const breakdowns = isBroughtIn && areUsual(before) ? [...kept, [variable]] : kept
    if (own !== -1 && after === undefined)
      return { ...before, breakdowns, questions: questions.with(own, question) }
    const others = questions.filter(({ code }) => code !== variable)
    const place = after === undefined ? others.length : others.findIndex(({ code }) => code === after) + 1
    if (after !== undefined && place === 0) return unknownQuestion('after', after, others)
    return { ...before, breakdowns, questions: others.toSpliced(place, 0, question) }
  }
}

/** Whether the breakdowns are each background question by itself. */
function areUsual({ questions, breakdowns }: Questionnaire): boolean {
  const usual = questions.filter(({ role }) => role === 'background').map(({ code }) => code)
  return (
    breakdowns
      .map((breakdown) => breakdown.join(' '))
      .sort()
      .join() === usual.sort().join()
  )
}

/** Takes a question out of a questionnaire, and out of its breakdowns. */
export function removeQuestion(variable: string): QuestionnaireEdit {
  return ({ questions, breakdowns, design }) => {
    if (!questions.some(({ code }) => code === variable))
      return unknownQuestion('variable', variable, questions)
    return {
      questions: questions.filter(({ code }) => code !== variable),
      breakdowns: breakdowns.filter((breakdown) => !breakdown.includes(variable)),
      design,
    }
  }
}

/** Puts the questions in an order that names each of them once. */
export function orderQuestions(order: readonly string[]): QuestionnaireEdit {
  return (before) => {
    const { questions } = before
    const unknown = order.find((variable) => !questions.some(({ code }) => code === variable))
    if (unknown !== undefined) return unknownQuestion('order', unknown, questions)
    const missing = questions.find(({ code }) => !order.includes(code))
    if (missing !== undefined || order.length !== questions.length) {
      const what = missing === undefined ? 'one of them twice' : `not ${missing.code}`
      const message = `The order names ${what}; name each of the ${questions.length} questions once.`
      return userProblem('INVALID_INPUT', 'order', message)
    }
    return {
      ...before,
      questions: order.map((variable) => questions.find(({ code }) => code === variable)!),
    }
  }
}

/** By which sets of background variables results are to be released. */
export function setBreakdowns(breakdowns: readonly (readonly string[])[]): QuestionnaireEdit {
  const sets = breakdowns.map((breakdown) => breakdown.toSorted().join())
  const again = breakdowns[sets.findIndex((set, place) => sets.indexOf(set) < place)]
  if (again !== undefined) {
    const message = `The breakdown ${again.join(', ')} stands there twice; name it once.`
    return () => userProblem('INVALID_INPUT', 'breakdowns', message)
  }
  return (before) => ({ ...before, breakdowns })
}

/** How the respondents are sampled: all of it, in place of what was there. */
export function setDesign(design: CodebookDesign): QuestionnaireEdit {
  const given = Object.values(design).some((part) => part !== undefined)
  return (before) => ({ ...before, design: given ? design : undefined })
}

/**
 * Takes questions over from another wave, those that stand here already left as they are: the named ones, or else its
 * background variables, core questions and weight; and of its breakdowns those by what is then asked and this brings in.
 */
export function takeOver(other: Questionnaire, variables?: readonly string[]): QuestionnaireEdit {
  return ({ questions, breakdowns, design }) => {
    const unknown = variables?.find((variable) => !other.questions.some(({ code }) => code === variable))
    if (unknown !== undefined) return unknownQuestion('variables', unknown, other.questions)
    const isTaken = ({ code, core, role, measurement }: DraftQuestion) =>
      variables?.includes(code) ?? (core === true || role === 'background' || measurement === 'weight')
    const added = other.questions.filter(
      (question) => isTaken(question) && !questions.some(({ code }) => code === question.code),
    )
    // What was not comparable with a wave before that one is so with it.
    const asked = [...questions, ...added.map(({ comparabilityNote: _, ...question }) => question)]
    const isAsked = (breakdown: readonly string[]) =>
      breakdown.every((variable) => asked.some(({ code }) => code === variable))
    const isBroughtIn = (breakdown: readonly string[]) =>
      breakdown.some((variable) => added.some(({ code }) => code === variable))
    const taken = other.breakdowns.filter((own) => isAsked(own) && isBroughtIn(own))
    return { questions: asked, breakdowns: [...breakdowns, ...taken], design }
  }
}

function unknownQuestion(field: string, variable: string, questions: readonly DraftQuestion[]): UserProblem {
  const codes = questions.map(({ code }) => code).join(', ')
  const message = `"${variable}" is not asked; there ${questions.length === 0 ? 'are no questions' : `is ${codes}`}.`
  return userProblem('UNKNOWN_QUESTION', field, message)
}
