import type { TypedDocument } from '../typed-document.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Selects among released groups; makes no new ones. */
export type CategoryFilter = {
  /** Category codes, or `net:<code>`. Of a variable that makes columns or groups, any number: those are shown. Of a variable outside the table, one: the table is of that group. The row variable takes none. */
  categories: Array<string>;
  /** Code of a variable. */
  variable: string;
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

/** A language of labels. */
export type Language =
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** A test of independence between rows and columns. */
export type TestMethod =
  /** Pearson's chi-square, in unweighted tables. */
  | 'PEARSON'
  /** Second-order Rao-Scott F, in weighted tables. */
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
  waves: Array<string> | string;
  rows: string;
  columns?: Array<string> | string | null | undefined;
  filter?: Array<CategoryFilter> | CategoryFilter | null | undefined;
  weighted?: boolean | null | undefined;
  confidenceLevel?: number | null | undefined;
  language: Language;
}>;


export type CrosstabQuery = { crosstab: { base: number | null, withheld: number, waves: Array<{ code: string, title: string }>, dimensions: Array<{ role: DimensionRole, variable: { code: string, label: string }, categories: Array<{ code: string, label: string, isNet: boolean }> }>, cells: Array<{ categories: Array<string>, status: CellStatus, count: number | null, columnPercent: number | null, rowPercent: number | null, totalPercent: number | null, base: number | null, higherThan: Array<string>, interval: { low: number, high: number } | null }>, statistics: { cramersV: number | null, effectiveBase: number | null, designEffect: number | null, test: { method: TestMethod, statistic: number, degreesOfFreedom: number, denominatorDegreesOfFreedom: number | null, pValue: number } | null } | null, comparabilityNotes: Array<{ wave: string, variable: string, note: string }> } };

export type MeansQueryVariables = Exact<{
  waves: Array<string> | string;
  of: string;
  by?: Array<string> | string | null | undefined;
  filter?: Array<CategoryFilter> | CategoryFilter | null | undefined;
  weighted?: boolean | null | undefined;
  confidenceLevel?: number | null | undefined;
  language: Language;
}>;


export type MeansQuery = { means: { withheld: number, waves: Array<{ code: string, title: string }>, dimensions: Array<{ role: DimensionRole, variable: { code: string, label: string }, categories: Array<{ code: string, label: string, isNet: boolean }> }>, groups: Array<{ categories: Array<string>, status: CellStatus, base: number | null, mean: number | null, standardDeviation: number | null, standardError: number | null, median: number | null, interval: { low: number, high: number } | null }>, comparabilityNotes: Array<{ wave: string, variable: string, note: string }> } };

export type WavesQueryVariables = Exact<{
  after?: string | null | undefined;
  language: Language;
}>;


export type WavesQuery = { waves: { nodes: Array<{ id: string, code: string, title: string, theme: string, status: WaveStatus, fieldworkFrom: string | null, fieldworkTo: string | null, minimumGroupSize: number, release: { digest: string, publishedOn: string, respondents: number } | null, breakdowns: Array<{ variables: Array<{ code: string, label: string }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export const CrosstabDocument = "query Crosstab($waves:[String!]!$rows:String!$columns:[String!]$filter:[CategoryFilter!]$weighted:Boolean$confidenceLevel:Float$language:Language!){crosstab(waves:$waves rows:$rows columns:$columns filter:$filter weighted:$weighted confidenceLevel:$confidenceLevel){waves{code title(language:$language)}dimensions{role variable{code label(language:$language)}categories{code label(language:$language)isNet}}cells{categories status count columnPercent rowPercent totalPercent base interval{low high}higherThan}base withheld statistics{test{method statistic degreesOfFreedom denominatorDegreesOfFreedom pValue}cramersV effectiveBase designEffect}comparabilityNotes{wave variable note(language:$language)}}}" as TypedDocument<CrosstabQuery, CrosstabQueryVariables>

export const MeansDocument = "query Means($waves:[String!]!$of:String!$by:[String!]$filter:[CategoryFilter!]$weighted:Boolean$confidenceLevel:Float$language:Language!){means(waves:$waves of:$of by:$by filter:$filter weighted:$weighted confidenceLevel:$confidenceLevel){waves{code title(language:$language)}dimensions{role variable{code label(language:$language)}categories{code label(language:$language)isNet}}groups{categories status base mean standardDeviation standardError median interval{low high}}withheld comparabilityNotes{wave variable note(language:$language)}}}" as TypedDocument<MeansQuery, MeansQueryVariables>

export const WavesDocument = "query Waves($after:String$language:Language!){waves(first:100 after:$after){nodes{id code title(language:$language)theme status fieldworkFrom fieldworkTo minimumGroupSize release{digest publishedOn respondents}breakdowns{variables{code label(language:$language)}}}pageInfo{hasNextPage endCursor}}}" as TypedDocument<WavesQuery, WavesQueryVariables>
