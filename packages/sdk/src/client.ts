import type { CallOptions } from './client-options.ts'
import { PeoCore } from './core.ts'
import { crosstab } from './methods/crosstab.ts'
import { type FollowUp, followUp } from './methods/follow-up.ts'
import { means } from './methods/means.ts'
import { type Question, questions } from './methods/questions.ts'
import {
  type Recommendation,
  type RecommendationsOptions,
  recommendations,
} from './methods/recommendations.ts'
import { type Respondent, respondents } from './methods/respondents.ts'
import { trend } from './methods/trend.ts'
import { type Variable, variables } from './methods/variables.ts'
import { type Wave, waves } from './methods/waves.ts'
import type { Pages } from './pages.ts'
import type { CategorisedCode, Survey } from './survey.ts'
import type { CrosstabTable } from './table/crosstab-table.ts'
import type { MeansTable } from './table/means-table.ts'
import type {
  CrosstabOptions,
  KeyOf,
  ListOptions,
  MeansOptions,
  OneWaveOptions,
  SeveralWaves,
  TrendKeyOf,
} from './table-options.ts'

/**
 * A client of the PEO results service. What gives a promise is one request, but for lists longer than a page; what
 * gives pages asks for them as you go through them. No property asks for anything.
 */
export class PeoClient<S extends Survey = Survey> extends PeoCore<S> {
  /**
   * A cross-tab of one row variable by any number of column variables.
   *
   * @throws PeoError
   */
  crosstab<const Row extends CategorisedCode<S>, const Column extends CategorisedCode<S> = never>(
    options: CrosstabOptions<S, Row, Column>,
    call?: CallOptions,
  ): Promise<CrosstabTable<KeyOf<S, Row | Column>>> {
    return crosstab<S, Row, Column>(this, options, call)
  }

  /**
   * Means of a numeric variable by groups.
   *
   * @throws PeoError
   */
  means<const Group extends CategorisedCode<S> = never>(
    options: MeansOptions<S, Group>,
    call?: CallOptions,
  ): Promise<MeansTable<KeyOf<S, Group>>> {
    return means<S, Group>(this, options, call)
  }

  /**
   * A cross-tab over several waves, which are its last dimension. (Of means, a trend is `means` over several waves.)
   *
   * @throws PeoError; RangeError of fewer than two waves
   */
  trend<const Row extends CategorisedCode<S>, const Column extends CategorisedCode<S> = never>(
    options: CrosstabOptions<S, Row, Column> & SeveralWaves<S>,
    call?: CallOptions,
  ): Promise<CrosstabTable<TrendKeyOf<S, Row | Column>>> {
    return trend<S, Row, Column>(this, options, call)
  }

  /**
   * All waves, the earliest first.
   *
   * @throws PeoError
   */
  waves(options?: ListOptions, call?: CallOptions): Promise<Wave[]> {
    return waves(this, options, call)
  }

  /**
   * All variables, in the order of the questionnaire.
   *
   * @throws PeoError
   */
  variables(options?: ListOptions, call?: CallOptions): Promise<Variable[]> {
    return variables(this, options, call)
  }

  /**
   * The questions of a wave, in its order.
   *
   * @throws PeoError as you go through them
   */
  questions(options: OneWaveOptions<S> & ListOptions, call?: CallOptions): Pages<Question> {
    return questions(this, options, call)
  }

  /**
   * The anonymised answers of a wave, for researchers and staff.
   *
   * @throws PeoError as you go through them
   */
  respondents(options: OneWaveOptions<S>, call?: CallOptions): Pages<Respondent> {
    return respondents(this, options, call)
  }

  /**
   * The recommendations, those of the latest wave first.
   *
   * @throws PeoError as you go through them
   */
  recommendations(options?: RecommendationsOptions, call?: CallOptions): Pages<Recommendation> {
    return recommendations(this, options, call)
  }

  /**
   * What followed from a wave: findings, recommendations and what became of them, publications, meetings, reflections
   * of the working group and remarks of professionals. Null where there is no such wave for you.
   *
   * @throws PeoError
   */
  followUp(options: OneWaveOptions<S> & ListOptions, call?: CallOptions): Promise<FollowUp | null> {
    return followUp(this, options, call)
  }
}
