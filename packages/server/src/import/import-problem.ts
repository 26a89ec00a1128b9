/** Why a row of answers cannot be imported. */
export type ImportProblemCode =
  | 'WRONG_ENCODING'
  | 'MALFORMED_CSV'
  | 'MALFORMED_SAV'
  | 'MALFORMED_TRIPLE_S'
  | 'TOO_MANY_PROBLEMS'
  | 'NO_CODEBOOK'
  | 'FILE_NOT_FOUND'
  | 'MISSING_COLUMN'
  | 'UNKNOWN_COLUMN'
  | 'REPEATED_COLUMN'
  | 'WRONG_NUMBER_OF_FIELDS'
  | 'NO_RESPONDENTS'
  | 'MISSING_RESPONDENT'
  | 'DUPLICATE_RESPONDENT'
  | 'UNKNOWN_CATEGORY'
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'TOO_LONG'
  | 'MISSING_WEIGHT'
  | 'WEIGHTS_NOT_MEAN_ONE'
  | 'INCOMPLETE_ANSWER'
  | 'EXCLUDED_BY_ROUTING'

/** One thing wrong in a file of answers. */
export interface ImportProblem {
  /** Row as a spreadsheet counts it: the header is row 1. Null where it concerns the whole file. */
  readonly row: number | null
  readonly column: string | null
  readonly code: ImportProblemCode
  /** Says what is wrong and what would be right. */
  readonly message: string
  /** Of `TOO_MANY_PROBLEMS`, how many are not listed. */
  readonly more?: number
}
