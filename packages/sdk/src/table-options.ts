import type { Language } from './generated/operations.ts'
import type {
  CategorisedCode,
  CategoryCode,
  FilterOf,
  NumericCode,
  Survey,
  VariableCode,
  WaveCode,
} from './survey.ts'

/** What every table takes. */
export interface TableOptions<S extends Survey = Survey> {
  /** Codes of the waves, such as `peo-2022`. Several make `wave` the last dimension: a trend. */
  readonly waves: readonly WaveCode<S>[]
  /** Only these groups; all conditions hold at once. Default: everyone. */
  readonly filter?: readonly FilterOf<S>[]
  /** Count respondents by their weight. Default: false. */
  readonly weighted?: boolean
  /** Of the intervals and tests, from 0.5 to 0.9999. Default: 0.95. */
  readonly confidenceLevel?: number
  /** Language of the labels. Default: `NL`. */
  readonly language?: Language
}

/** What a cross-tab takes. */
export interface CrosstabOptions<
  S extends Survey = Survey,
  Row extends CategorisedCode<S> = CategorisedCode<S>,
  Column extends CategorisedCode<S> = CategorisedCode<S>,
> extends TableOptions<S> {
  /** Code of the row variable. */
  readonly rows: Row
  /** Codes of the column variables. Default: none, which gives one unnamed column, the total. */
  readonly columns?: readonly Column[]
}

/** What a table of means takes. */
export interface MeansOptions<
  S extends Survey = Survey,
  Group extends CategorisedCode<S> = CategorisedCode<S>,
> extends TableOptions<S> {
  /** Code of a numeric variable. */
  readonly of: NumericCode<S>
  /** Codes of the variables that make the groups. Default: none, which gives everyone. */
  readonly by?: readonly Group[]
}

/** Waves of a trend: two or more. */
export interface SeveralWaves<S extends Survey = Survey> {
  /** Codes of two waves or more, in the order to show them. */
  readonly waves: readonly [WaveCode<S>, WaveCode<S>, ...WaveCode<S>[]]
}

/** What names a figure of a table: a code of each of these variables, and of several waves the `wave`. */
export type KeyOf<S extends Survey, Variable extends VariableCode<S>> = {
  readonly [V in keyof Pick<S['variables'], Variable>]: CategoryCode<S, V>
} & { readonly wave?: WaveCode<S> }

/** The same of a trend, where a figure always is of a wave. */
export type TrendKeyOf<S extends Survey, Variable extends VariableCode<S>> = KeyOf<S, Variable> & {
  readonly wave: WaveCode<S>
}

/** What lists take. */
export interface ListOptions {
  /** Language of texts and labels. Default: `NL`. */
  readonly language?: Language
}

/** What is asked of one wave. */
export interface OneWaveOptions<S extends Survey = Survey> {
  /** Code of the wave, such as `peo-2022`. */
  readonly wave: WaveCode<S>
}
