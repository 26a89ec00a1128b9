import type { Measurement } from './generated/operations.ts'

/**
 * What can be asked of a survey: the codes of its waves, and of its variables with their categories and nets.
 * `surveyTypes` writes one for the survey of a service; a client of that type then compiles with no other codes.
 */
export interface Survey {
  /** Codes of the waves. */
  readonly waves: string
  /** By code. */
  readonly variables: Readonly<Record<string, SurveyVariable>>
}

/** What can be asked of a variable. */
export interface SurveyVariable {
  readonly measurement: Measurement
  /** Its category codes, and `net:<code>`: each by itself. */
  readonly categories: Readonly<Record<string, unknown>>
}

/** Codes of the waves of a survey. */
export type WaveCode<S extends Survey> = S['waves']

/** Codes of the variables of a survey. */
export type VariableCode<S extends Survey> = keyof S['variables'] & string

/** Codes of the numeric variables of a survey. */
export type NumericCode<S extends Survey> = {
  [V in VariableCode<S>]: 'NUMERIC' extends S['variables'][V]['measurement'] ? V : never
}[VariableCode<S>]

/** Codes of the variables of a survey that have categories to count. */
export type CategorisedCode<S extends Survey> = {
  [V in VariableCode<S>]: S['variables'][V]['measurement'] extends 'NUMERIC' | 'TEXT' | 'WEIGHT' ? never : V
}[VariableCode<S>]

/** Codes of the categories and nets of a variable. */
export type CategoryCode<
  S extends Survey,
  V extends VariableCode<S>,
> = keyof S['variables'][V]['categories'] & string

/** Selects among released groups. */
export type FilterOf<S extends Survey> = {
  [V in VariableCode<S>]: {
    /** Code of a variable. */
    readonly variable: V
    /** Codes of its categories, or `net:<code>`. */
    readonly categories: readonly CategoryCode<S, V>[]
  }
}[VariableCode<S>]
