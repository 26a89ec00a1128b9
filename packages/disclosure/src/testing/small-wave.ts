import { type Column, NO_ANSWER, type VariableCodes, type WaveData } from '@peo/tabulation'

/** A variable of a wave made for a test. */
export interface TestVariable extends VariableCodes {
  readonly kind: Column['kind'] | 'not asked'
}

/** What one respondent answered, by variable; what is absent was not answered. */
export type TestAnswers = Readonly<Record<string, string | number | readonly string[]>>

/** A variable with one answer per respondent. Nets are written as `{ both: ['a', 'b'] }`. */
export function single(
  code: string,
  categories: readonly string[],
  nets: Readonly<Record<string, readonly string[]>> = {},
): TestVariable {
  const list = Object.entries(nets).map(([net, members]) => ({ code: net, categories: members }))
  return { kind: 'single', code, categories, nets: list }
}

/** A variable with several answers per respondent. */
export function multiple(code: string, categories: readonly string[]): TestVariable {
  return { ...single(code, categories), kind: 'multiple' }
}

/** A variable whose answers are numbers. */
export function numeric(code: string): TestVariable {
  return { ...single(code, []), kind: 'numeric' }
}

/** As many respondents with the same answers. */
export function people(count: number, answers: TestAnswers): TestAnswers[] {
  return Array.from({ length: count }, () => answers)
}

/** As many respondents who answer a question ja and nee in turn, and are alike otherwise. */
export function divided(count: number, question: string, answers: TestAnswers): TestAnswers[] {
  return Array.from({ length: count }, (_, index) => ({ ...answers, [question]: index % 2 ? 'nee' : 'ja' }))
}

/** A wave from its variables and its respondents, one weight each where there are weights. */
export function smallWave(
  variables: readonly TestVariable[],
  respondents: readonly TestAnswers[],
  weights?: readonly number[],
): WaveData {
  const columns = variables.flatMap((variable) => {
    const column = columnOf(variable, respondents)
    return column === undefined ? [] : [[variable.code, column] as const]
  })
  return {
    wave: 'peo-2022',
    size: respondents.length,
    variables: new Map(variables.map(({ kind, ...variable }) => [variable.code, variable])),
    columns: new Map(columns),
    ...(weights === undefined ? {} : { weights: Float64Array.from(weights) }),
  }
}

function columnOf(variable: TestVariable, respondents: readonly TestAnswers[]): Column | undefined {
  const { kind, code, categories } = variable
  const answers = respondents.map((respondent) => respondent[code])
  switch (kind) {
    case 'single':
      return {
        kind,
        codes: Uint8Array.from(answers, (answer) =>
          answer === undefined ? NO_ANSWER : categories.indexOf(String(answer)),
        ),
      }
    case 'multiple':
      return {
        kind,
        options: categories.map((option) =>
          Uint8Array.from(answers, (answer) =>
            Array.isArray(answer) ? Number(answer.includes(option)) : NO_ANSWER,
          ),
        ),
      }
    case 'numeric':
      return {
        kind,
        values: Float64Array.from(answers, (answer) => Number(answer ?? 0)),
        presence: Uint8Array.from(answers, (answer) => (answer === undefined ? NO_ANSWER : 0)),
      }
    case 'not asked':
      return undefined
  }
}
