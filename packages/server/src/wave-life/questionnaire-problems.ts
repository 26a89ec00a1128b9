import { isBlank } from '../is-blank.ts'
import { changeNote, questionChanges } from '../tables/question-changes.ts'
import type { DraftQuestion, Questionnaire, Translated } from './questionnaire.ts'

/** Something that is still to be mended in a questionnaire. */
export interface QuestionnaireProblem {
  /**
   * `UNREACHABLE`: nobody can be asked it. `UNTRANSLATED`: a text is missing in a language of the wave. Both keep a wave
   * from being opened. `NOT_COMPARABLE`: it differs from an earlier wave and has no note that says so. `NO_BREAKDOWN`: a
   * background variable by which no results will be released. `ONE_ORGANISATION`: some organisations alone are asked it,
   * so that its results are theirs, for all readers.
   */
  readonly kind: 'UNREACHABLE' | 'UNTRANSLATED' | 'NOT_COMPARABLE' | 'NO_BREAKDOWN' | 'ONE_ORGANISATION'
  /** The variable that the question asks. */
  readonly variable: string
  readonly message: string
}

/** What an earlier wave asked of a variable. */
export interface EarlierQuestion {
  readonly wave: string
  readonly question: DraftQuestion
}

/**
 * What is to be mended in the questions of a wave, in their order.
 *
 * @param breakdowns by which background variables its results are released
 * @param languages those that it is put in
 * @param earlier by variable, how it was asked the last time
 */
export function questionnaireProblems(
  { questions, breakdowns }: Pick<Questionnaire, 'questions' | 'breakdowns'>,
  languages: readonly string[],
  earlier: ReadonlyMap<string, EarlierQuestion>,
): QuestionnaireProblem[] {
  const reachable = new Map<string, DraftQuestion>()
  const telling = tellingOfOrganisations(questions)
  return questions.flatMap((question) => {
    const { code: variable } = question
    const unreachable = whyUnreachable(question, reachable, questions)
    if (unreachable === undefined) reachable.set(variable, question)
    const missing = untranslated(question, languages)
    const changed = notComparable(question, earlier.get(variable))
    return [
      ...(unreachable === undefined
        ? []
        : [{ kind: 'UNREACHABLE' as const, variable, message: unreachable }]),
      ...missing.map((message) => ({ kind: 'UNTRANSLATED' as const, variable, message })),
      ...(changed === undefined ? [] : [{ kind: 'NOT_COMPARABLE' as const, variable, message: changed }]),
      ...(question.role !== 'background' || breakdowns.some((breakdown) => breakdown.includes(variable))
        ? []
        : [{ kind: 'NO_BREAKDOWN' as const, variable, message: withoutBreakdown(variable) }]),
      ...(telling.has(variable)
        ? [{ kind: 'ONE_ORGANISATION' as const, variable, message: ofOrganisations(question) }]
        : []),
    ]
  })
}

function withoutBreakdown(variable: string): string {
  return `${variable} is in no breakdown, so no results will be released by it; name it in setBreakdowns if they should be.`
}

/** The questions that lead on from the organisation where somebody works, at once or after others. */
function tellingOfOrganisations(questions: readonly DraftQuestion[]): ReadonlySet<string> {
  const boundary = new Set(questions.flatMap((one) => (one.partnerBoundary ? [one.code] : [])))
  const telling = new Set<string>()
  for (const { code, askedIf } of questions)
    if (askedIf && (boundary.has(askedIf.variable) || telling.has(askedIf.variable))) telling.add(code)
  return telling
}

function ofOrganisations({ code, askedIf }: DraftQuestion): string {
  return `${code} is asked after ${askedIf!.variable}, of some organisations alone: all readers will see its results, which are theirs; ask everyone, or leave it so if these organisations agree.`
}

function whyUnreachable(
  { code, askedIf }: DraftQuestion,
  before: ReadonlyMap<string, DraftQuestion>,
  all: readonly DraftQuestion[],
): string | undefined {
  if (askedIf === undefined) return undefined
  const gate = before.get(askedIf.variable)
  if (gate === undefined) {
    const stands = all.some((other) => other.code === askedIf.variable)
    const why = stands ? 'which does not stand before it or is itself never asked' : 'which is not asked'
    return `${code} is asked after ${askedIf.variable}, ${why}; move it, or change its routing.`
  }
  const codes = gate.categories?.map((category) => category.code) ?? []
  const unknown = askedIf.in.filter((category) => !codes.includes(category))
  if (askedIf.in.length === 0)
    return `${code} is asked after no answer to ${gate.code} at all; name one that leads to it, or change its routing.`
  if (unknown.length === 0) return undefined
  return `${code} is asked after the answer ${unknown.join(', ')} to ${gate.code}, which is none of ${codes.join(', ') || 'its answers'}; change its routing.`
}

function untranslated(question: DraftQuestion, languages: readonly string[]): string[] {
  const { label, categories = [], nets = [], hierarchy = [], comparabilityNote } = question
  const labelled = (what: string) => (item: { readonly code: string; readonly label: Translated }) =>
    [`${what} ${item.code}`, item.label] as const
  const texts: (readonly [string, Translated])[] = [
    ['the wording', label],
    ...categories.map(labelled('category')),
    ...nets.map(labelled('net')),
    ...hierarchy.map(labelled('level')),
    ...hierarchy.flatMap((level) => level.categories.map(labelled(`level ${level.code}, category`))),
    ...(comparabilityNote === undefined ? [] : [['the comparability note', comparabilityNote] as const]),
  ]
  const both = [
    ['nl', 'Dutch'],
    ['en', 'English'],
  ] as const
  return both.flatMap(([language, name]) => {
    const missing = texts.filter(([, text]) => isBlank(text[language])).map(([what]) => what)
    if (missing.length === 0 || !languages.includes(language)) return []
    return [`${question.code} has no ${name} for ${missing.join(', ')}.`]
  })
}

function notComparable(question: DraftQuestion, earlier: EarlierQuestion | undefined): string | undefined {
  if (earlier === undefined || question.comparabilityNote !== undefined) return undefined
  const changes = questionChanges(earlier.question, question)
  if (changes.length === 0) return undefined
  return `${question.code}: ${changeNote(changes, earlier.wave).en} Say in a comparability note what that means for trends.`
}
