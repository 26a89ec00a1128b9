import type { CallOptions, PeoClientOptions } from './client-options.ts'
import {
  CrosstabDocument,
  type CrosstabQuery,
  FollowUpDocument,
  type FollowUpQuery,
  MeansDocument,
  type MeansQuery,
  WavesDocument,
  type WavesQuery,
} from './generated/operations.ts'
import { send } from './send.ts'
import type { CrosstabOptions, FollowUpOptions, MeansOptions, WavesOptions } from './table-options.ts'
import type { TypedDocument } from './typed-document.ts'

/** A cross-tab of published results. A number that is not shown is null; `status` says why. */
export type Crosstab = CrosstabQuery['crosstab']

/** Means of a numeric question by groups. A number that is not shown is null; `status` says why. */
export type MeansTable = MeansQuery['means']

/** A wave of the survey. */
export type Wave = WavesQuery['waves']['nodes'][number]

/** What followed from a wave; of reflections and remarks, the first hundred. */
export type FollowUp = NonNullable<FollowUpQuery['wave']>

/** A client of the PEO results service. Every method is one request, but for lists longer than a page. */
export class PeoClient {
  readonly #options: PeoClientOptions

  constructor(options: PeoClientOptions) {
    this.#options = options
  }

  /**
   * A cross-tab of one row variable by any number of column variables.
   *
   * @throws PeoError
   */
  async crosstab(options: CrosstabOptions, call: CallOptions = {}): Promise<Crosstab> {
    return (await this.query(CrosstabDocument, { language: 'NL', ...options }, call)).crosstab
  }

  /**
   * Means of a numeric variable by groups.
   *
   * @throws PeoError
   */
  async means(options: MeansOptions, call: CallOptions = {}): Promise<MeansTable> {
    return (await this.query(MeansDocument, { language: 'NL', ...options }, call)).means
  }

  /**
   * All waves, the earliest first.
   *
   * @throws PeoError
   */
  async waves(options: WavesOptions = {}, call: CallOptions = {}): Promise<Wave[]> {
    const waves: Wave[] = []
    for (let after: string | null = null; ; ) {
      const page: WavesQuery = await this.query(WavesDocument, { language: 'NL', ...options, after }, call)
      waves.push(...page.waves.nodes)
      after = page.waves.pageInfo.endCursor
      if (!page.waves.pageInfo.hasNextPage || after === null) return waves
    }
  }

  /**
   * What followed from a wave: findings, recommendations and what became of them, publications, meetings, reflections
   * of the working group and remarks of professionals. Null where there is no such wave for you.
   *
   * @throws PeoError
   */
  async followUp(options: FollowUpOptions, call: CallOptions = {}): Promise<FollowUp | null> {
    return (await this.query(FollowUpDocument, { language: 'NL', ...options }, call)).wave
  }

  /**
   * Your own document. A typed document types the result and the variables; a plain string leaves both unknown.
   *
   * @throws PeoError
   */
  async query<Result = unknown, Variables = Record<string, unknown>>(
    document: TypedDocument<Result, Variables>,
    ...[variables, call]: Record<string, never> extends Variables
      ? [variables?: Variables, call?: CallOptions]
      : [variables: Variables, call?: CallOptions]
  ): Promise<Result> {
    return (await send(this.#options, document.toString(), variables ?? {}, call ?? {})) as Result
  }
}
