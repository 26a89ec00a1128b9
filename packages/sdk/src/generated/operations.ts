import type { TypedDocument } from '../typed-document.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whom a recommendation is for. */
export type Addressee =
  /** Certified institutions for child protection and youth probation (GIs). */
  | 'GIS'
  /** Municipalities. */
  | 'MUNICIPALITIES'
  /** Professionals themselves. */
  | 'PROFESSIONALS'
  /** Providers of youth care. */
  | 'PROVIDERS';

/** Whether an anonymised answer is shown. */
export type AnswerStatus =
  /** The question was not put to this respondent. */
  | 'NOT_ASKED'
  /** The question was put, and not answered. */
  | 'NO_ANSWER'
  /** It is shown. */
  | 'VALUE'
  /** Not shown, to protect people; there may be one. */
  | 'WITHHELD';

/** Selects among released groups; makes no new ones. */
export type CategoryFilter = {
  /** Category codes, or `net:<code>`. Of a variable that makes columns or groups, any number: those are shown. Of a variable outside the table, one: the table is of that group. The row variable takes none. */
  readonly categories: ReadonlyArray<string>;
  /** Code of a variable. */
  readonly variable: string;
};

/** Whether a figure is there. */
export type CellStatus =
  /** The question was not asked in that wave. */
  | 'NOT_ASKED'
  /** It is. */
  | 'VALUE'
  /** Not shown to protect people; an empty group too. */
  | 'WITHHELD';

/** The side of a table that a dimension stands on. */
export type DimensionRole =
  /** A column variable. */
  | 'COLUMN'
  /** A row variable; in a table of means, what makes the groups. */
  | 'ROW'
  /** The waves of a trend. */
  | 'WAVE';

/** What a finding is. */
export type FindingKind =
  /** A cause that is named most. */
  | 'CAUSE'
  /** What comes of it. */
  | 'CONSEQUENCE'
  /** A difference between groups. */
  | 'DIFFERENCE'
  /** How professionals explain the figures. */
  | 'EXPLANATION'
  /** The goal of the policy that the wave is about. */
  | 'GOAL'
  /** A direction for a solution. */
  | 'SOLUTION'
  /** A task that brings it. */
  | 'TASK';

/** A language of labels. */
export type Language =
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** What kind of answers a variable has. */
export type Measurement =
  /** Any number of categories. */
  | 'MULTIPLE'
  /** One category, without order. */
  | 'NOMINAL'
  /** A number. */
  | 'NUMERIC'
  /** One category, in order. */
  | 'ORDINAL'
  /** An open answer. */
  | 'TEXT'
  /** The weight of the respondent, with mean 1. */
  | 'WEIGHT';

/** Who met. */
export type MeetingKind =
  /** Whoever came to a webinar. */
  | 'WEBINAR'
  /** The working group of professionals. */
  | 'WORKING_GROUP';

/** A part of a question that differs from the wave before. */
export type QuestionChange =
  /** The answer categories: their codes, labels or order. */
  | 'CATEGORIES'
  /** The nets: which there are, or the categories they unite. */
  | 'NETS'
  /** Whom it is put to. */
  | 'ROUTING'
  /** The text of the question, in either language. */
  | 'WORDING';

/** What became of a recommendation. */
export type RecommendationStatus =
  /** It will not be followed. */
  | 'DECLINED'
  /** It was followed. */
  | 'DONE'
  /** Nothing is known yet. */
  | 'NEW'
  /** Somebody works on it. */
  | 'TAKEN_UP';

/** A test of independence between rows and columns. */
export type TestMethod =
  /** Pearson's chi-square, without continuity correction: in unweighted tables. */
  | 'PEARSON'
  /** Second-order Rao-Scott F, over the wave's sample design: in weighted tables. */
  | 'RAO_SCOTT';

/** Where a wave stands in its life. */
export type WaveStatus =
  /** Answers are in, results are not out. */
  | 'CLOSED'
  /** Being prepared. */
  | 'DRAFT'
  /** Answers are being collected. */
  | 'FIELDING'
  /** Results are out. */
  | 'PUBLISHED'
  /** Results were out and are so no longer. */
  | 'WITHDRAWN';

export type CrosstabQueryVariables = Exact<{
  waves: ReadonlyArray<string> | string;
  rows: string;
  columns?: ReadonlyArray<string> | string | null | undefined;
  filter?: ReadonlyArray<CategoryFilter> | CategoryFilter | null | undefined;
  weighted?: boolean | null | undefined;
  confidenceLevel?: number | null | undefined;
  language: Language;
}>;


export type CrosstabQuery = { readonly crosstab: { readonly base: number | null, readonly withheld: number, readonly releases: ReadonlyArray<{ readonly wave: string, readonly title: string, readonly digest: string }>, readonly dimensions: ReadonlyArray<{ readonly role: DimensionRole, readonly variable: { readonly code: string, readonly label: string }, readonly categories: ReadonlyArray<{ readonly code: string, readonly label: string, readonly isNet: boolean }> }>, readonly cells: ReadonlyArray<{ readonly categories: ReadonlyArray<string>, readonly status: CellStatus, readonly count: number | null, readonly columnPercent: number | null, readonly rowPercent: number | null, readonly totalPercent: number | null, readonly base: number | null, readonly effectiveBase: number | null, readonly higherThan: ReadonlyArray<string>, readonly interval: { readonly low: number, readonly high: number } | null }>, readonly statistics: { readonly cramersV: number | null, readonly effectiveBase: number | null, readonly designEffect: number | null, readonly test: { readonly method: TestMethod, readonly statistic: number, readonly degreesOfFreedom: number, readonly denominatorDegreesOfFreedom: number | null, readonly pValue: number } | null } | null, readonly comparabilityNotes: ReadonlyArray<{ readonly wave: string, readonly variable: string, readonly note: string, readonly changes: ReadonlyArray<QuestionChange> }> } };

export type FollowUpQueryVariables = Exact<{
  wave: string;
  language: Language;
}>;


export type FollowUpQuery = { readonly wave: { readonly code: string, readonly title: string, readonly status: WaveStatus, readonly findings: ReadonlyArray<{ readonly kind: FindingKind, readonly text: string }>, readonly recommendations: ReadonlyArray<{ readonly id: string, readonly addressees: ReadonlyArray<Addressee>, readonly text: string, readonly status: RecommendationStatus, readonly followUps: ReadonlyArray<{ readonly text: string, readonly writtenOn: string, readonly wave: { readonly code: string } | null }> }>, readonly publications: ReadonlyArray<{ readonly title: string | null, readonly year: number, readonly authors: ReadonlyArray<string>, readonly isbn: string | null, readonly link: string | null }>, readonly meetings: ReadonlyArray<{ readonly kind: MeetingKind, readonly heldOn: string | null, readonly attending: number | null }>, readonly reflections: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string, readonly question: { readonly variable: { readonly code: string } } | null, readonly table: { readonly rows: string, readonly columns: ReadonlyArray<string>, readonly filter: ReadonlyArray<{ readonly variable: string, readonly categories: ReadonlyArray<string> }> } | null }> }, readonly remarks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string, readonly author: string | null, readonly writtenOn: string, readonly question: { readonly variable: { readonly code: string } } | null, readonly table: { readonly rows: string, readonly columns: ReadonlyArray<string>, readonly filter: ReadonlyArray<{ readonly variable: string, readonly categories: ReadonlyArray<string> }> } | null }> } } | null };

export type MeansQueryVariables = Exact<{
  waves: ReadonlyArray<string> | string;
  of: string;
  by?: ReadonlyArray<string> | string | null | undefined;
  filter?: ReadonlyArray<CategoryFilter> | CategoryFilter | null | undefined;
  weighted?: boolean | null | undefined;
  confidenceLevel?: number | null | undefined;
  language: Language;
}>;


export type MeansQuery = { readonly means: { readonly withheld: number, readonly releases: ReadonlyArray<{ readonly wave: string, readonly title: string, readonly digest: string }>, readonly of: { readonly code: string, readonly label: string }, readonly dimensions: ReadonlyArray<{ readonly role: DimensionRole, readonly variable: { readonly code: string, readonly label: string }, readonly categories: ReadonlyArray<{ readonly code: string, readonly label: string, readonly isNet: boolean }> }>, readonly groups: ReadonlyArray<{ readonly categories: ReadonlyArray<string>, readonly status: CellStatus, readonly base: number | null, readonly effectiveBase: number | null, readonly mean: number | null, readonly standardDeviation: number | null, readonly standardError: number | null, readonly lowerQuartile: number | null, readonly median: number | null, readonly upperQuartile: number | null, readonly interval: { readonly low: number, readonly high: number } | null }>, readonly comparabilityNotes: ReadonlyArray<{ readonly wave: string, readonly variable: string, readonly note: string, readonly changes: ReadonlyArray<QuestionChange> }> } };

export type QuestionsQueryVariables = Exact<{
  wave: string;
  after?: string | null | undefined;
  language: Language;
}>;


export type QuestionsQuery = { readonly wave: { readonly questions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly position: number, readonly wording: string, readonly core: boolean, readonly comparabilityNote: string | null, readonly variable: { readonly code: string, readonly measurement: Measurement }, readonly categories: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly askedIf: { readonly variable: string, readonly categories: ReadonlyArray<string> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type RecommendationsQueryVariables = Exact<{
  addressee?: Addressee | null | undefined;
  status?: RecommendationStatus | null | undefined;
  after?: string | null | undefined;
  language: Language;
}>;


export type RecommendationsQuery = { readonly recommendations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly addressees: ReadonlyArray<Addressee>, readonly text: string, readonly status: RecommendationStatus, readonly wave: { readonly code: string }, readonly followUps: ReadonlyArray<{ readonly text: string, readonly writtenOn: string, readonly wave: { readonly code: string } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RespondentsQueryVariables = Exact<{
  wave: string;
  after?: string | null | undefined;
}>;


export type RespondentsQuery = { readonly wave: { readonly respondents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly weight: number, readonly answers: ReadonlyArray<{ readonly status: AnswerStatus, readonly categories: ReadonlyArray<string>, readonly value: number | null, readonly variable: { readonly code: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type VariablesQueryVariables = Exact<{
  after?: string | null | undefined;
  language: Language;
}>;


export type VariablesQuery = { readonly variables: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly measurement: Measurement, readonly background: boolean, readonly core: boolean, readonly theme: string | null, readonly minimum: number | null, readonly maximum: number | null, readonly categories: ReadonlyArray<{ readonly code: string, readonly label: string }>, readonly nets: ReadonlyArray<{ readonly code: string, readonly label: string, readonly categories: ReadonlyArray<string> }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WavesQueryVariables = Exact<{
  after?: string | null | undefined;
  language: Language;
}>;


export type WavesQuery = { readonly waves: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly theme: string, readonly status: WaveStatus, readonly fieldworkFrom: string | null, readonly fieldworkTo: string | null, readonly minimumGroupSize: number, readonly release: { readonly digest: string, readonly publishedOn: string, readonly respondents: number } | null, readonly breakdowns: ReadonlyArray<{ readonly variables: ReadonlyArray<{ readonly code: string, readonly label: string }> }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const CrosstabDocument = "query Crosstab($waves:[String!]!$rows:String!$columns:[String!]$filter:[CategoryFilter!]$weighted:Boolean$confidenceLevel:Float$language:Language!){crosstab(waves:$waves rows:$rows columns:$columns filter:$filter weighted:$weighted confidenceLevel:$confidenceLevel){releases{wave title(language:$language)digest}dimensions{role variable{code label(language:$language)}categories{code label(language:$language)isNet}}cells{categories status count columnPercent rowPercent totalPercent base effectiveBase interval{low high}higherThan}base withheld statistics{test{method statistic degreesOfFreedom denominatorDegreesOfFreedom pValue}cramersV effectiveBase designEffect}comparabilityNotes{wave variable note(language:$language)changes}}}" as TypedDocument<CrosstabQuery, CrosstabQueryVariables>

export const FollowUpDocument = "query FollowUp($wave:String!$language:Language!){wave(code:$wave){code title(language:$language)status findings{kind text(language:$language)}recommendations{id addressees text(language:$language)status followUps{text(language:$language)writtenOn wave{code}}}publications{title(language:$language)year authors isbn link}meetings{kind heldOn attending}reflections(first:100){nodes{id text(language:$language)question{variable{code}}table{rows columns filter{variable categories}}}}remarks(first:100){nodes{id text author writtenOn question{variable{code}}table{rows columns filter{variable categories}}}}}}" as TypedDocument<FollowUpQuery, FollowUpQueryVariables>

export const MeansDocument = "query Means($waves:[String!]!$of:String!$by:[String!]$filter:[CategoryFilter!]$weighted:Boolean$confidenceLevel:Float$language:Language!){means(waves:$waves of:$of by:$by filter:$filter weighted:$weighted confidenceLevel:$confidenceLevel){releases{wave title(language:$language)digest}of{code label(language:$language)}dimensions{role variable{code label(language:$language)}categories{code label(language:$language)isNet}}groups{categories status base effectiveBase mean standardDeviation standardError lowerQuartile median upperQuartile interval{low high}}withheld comparabilityNotes{wave variable note(language:$language)changes}}}" as TypedDocument<MeansQuery, MeansQueryVariables>

export const QuestionsDocument = "query Questions($wave:String!$after:String$language:Language!){wave(code:$wave){questions(first:100 after:$after){nodes{id variable{code measurement}position wording(language:$language)core comparabilityNote(language:$language)categories{code label(language:$language)}askedIf{variable categories}}pageInfo{hasNextPage endCursor}}}}" as TypedDocument<QuestionsQuery, QuestionsQueryVariables>

export const RecommendationsDocument = "query Recommendations($addressee:Addressee$status:RecommendationStatus$after:String$language:Language!){recommendations(first:100 after:$after addressee:$addressee status:$status){nodes{id wave{code}addressees text(language:$language)status followUps{text(language:$language)writtenOn wave{code}}}pageInfo{hasNextPage endCursor}}}" as TypedDocument<RecommendationsQuery, RecommendationsQueryVariables>

export const RespondentsDocument = "query Respondents($wave:String!$after:String){wave(code:$wave){respondents(first:100 after:$after){nodes{id weight answers{variable{code}status categories value}}pageInfo{hasNextPage endCursor}}}}" as TypedDocument<RespondentsQuery, RespondentsQueryVariables>

export const VariablesDocument = "query Variables($after:String$language:Language!){variables(first:100 after:$after){nodes{id code label(language:$language)measurement background core theme minimum maximum categories{code label(language:$language)}nets{code label(language:$language)categories}}pageInfo{hasNextPage endCursor}}}" as TypedDocument<VariablesQuery, VariablesQueryVariables>

export const WavesDocument = "query Waves($after:String$language:Language!){waves(first:100 after:$after){nodes{id code title(language:$language)theme status fieldworkFrom fieldworkTo minimumGroupSize release{digest publishedOn respondents}breakdowns{variables{code label(language:$language)}}}pageInfo{hasNextPage endCursor}}}" as TypedDocument<WavesQuery, WavesQueryVariables>
