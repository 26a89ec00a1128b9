import { type CodebookVariable, groupCodes, type WaveCodebook } from './codebook.ts'

/** One group that a table is narrowed to. */
export interface Condition {
  readonly variable: string
  readonly category: string
}

/** A table that an attacker asks for: a cross-tab, or means where `of` is named. */
export interface TableRequest {
  readonly of: string | null
  /** Rows, then columns; of means what makes the groups. */
  readonly sides: readonly string[]
  readonly filter: readonly Condition[]
  readonly weighted: boolean
}

/** All that can be asked about a wave: what is released, in every orientation, and what should be refused. */
export function everyRequest(codebook: WaveCodebook): TableRequest[] {
  const { variables, breakdowns } = codebook
  const byCode = new Map(variables.map((variable) => [variable.code, variable]))
  const questions = variables.filter(({ background }) => !background)
  const listed = (codes: readonly string[]) => codes.map((code) => byCode.get(code)!)
  const sets = breakdowns.map(listed)
  const groupings = [[], ...sets, ...questions.filter(isCategorical).map((question) => [question])]
  const of = (question: CodebookVariable, by: readonly CodebookVariable[]) =>
    by.includes(question) ? [] : isCategorical(question) ? crosstabs([question, ...by]) : means(question, by)
  const released = [
    ...sets.flatMap(crosstabs),
    ...questions.flatMap((question) => groupings.flatMap((by) => of(question, by))),
  ]
  const refused = unreleased(codebook).flatMap((codes) =>
    [crosstabs(listed(codes)), ...questions.map((question) => of(question, listed(codes)))].map(
      ([plain]) => plain!,
    ),
  )
  const distinct = new Map(released.map((shape) => [JSON.stringify(shape), shape]))
  return [
    ...refused.map((shape) => ({ ...shape, weighted: false })),
    ...[true, false].flatMap((weighted) => [...distinct.values()].map((shape) => ({ ...shape, weighted }))),
  ]
}

type Shape = Omit<TableRequest, 'weighted'>

const isCategorical = ({ measurement }: CodebookVariable) => measurement !== 'NUMERIC'

/** Sets of background variables that are no breakdown: pairs, and all of them. */
function unreleased({ variables, breakdowns }: WaveCodebook): string[][] {
  const background = variables.filter((variable) => variable.background).map(({ code }) => code)
  const pairs = background.flatMap((one, index) => background.slice(index + 1).map((other) => [one, other]))
  const released = breakdowns.map((codes) => [...codes].sort().join())
  return [...pairs, background].filter(
    (codes) => codes.length > 1 && !released.includes([...codes].sort().join()),
  )
}

/** A table with each variable as its rows, the others as columns; and with each as a filter, group by group. */
function crosstabs(variables: readonly CodebookVariable[]): Shape[] {
  return variables.flatMap((rows, place) => {
    const others = variables.filter((_, index) => index !== place)
    return [
      { of: null, sides: [rows, ...others].map(({ code }) => code), filter: [] },
      ...filtered(others).map(({ sides, filter }) => ({ of: null, sides: [rows.code, ...sides], filter })),
    ]
  })
}

function means(question: CodebookVariable, by: readonly CodebookVariable[]): Shape[] {
  return [{ sides: by.map(({ code }) => code), filter: [] }, ...filtered(by)].map((shape) => ({
    of: question.code,
    ...shape,
  }))
}

/** One of the variables as a filter, for each of its groups. */
function filtered(variables: readonly CodebookVariable[]) {
  return variables.flatMap((variable) =>
    groupCodes(variable).map((category) => ({
      sides: variables.filter((other) => other !== variable).map(({ code }) => code),
      filter: [{ variable: variable.code, category }],
    })),
  )
}
