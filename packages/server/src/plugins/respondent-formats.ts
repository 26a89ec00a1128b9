import {
  type FileChunks,
  type RespondentFile,
  type RowBatches,
  respondentsCsv,
  respondentsDdi,
  respondentsLabelledCsv,
  respondentsParquet,
  respondentsSav,
  respondentsTripleS,
} from '@peo/formats'
import type { RespondentQuery } from './respondent-query.ts'

/** A format of anonymised answers. */
interface RespondentFormat {
  /** The media type. */
  readonly type: string
  readonly write: (file: RespondentFile, rows: RowBatches, query: RespondentQuery) => FileChunks
}

/** The formats of anonymised answers, by the ends of their addresses. */
export const respondentFormats = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    write: (file, rows, { labels }) => (labels ? respondentsLabelledCsv : respondentsCsv)(file, rows),
  },
  sav: { type: 'application/x-spss-sav', write: respondentsSav },
  parquet: { type: 'application/vnd.apache.parquet', write: respondentsParquet },
  'sss.zip': { type: 'application/zip', write: respondentsTripleS },
  'ddi.xml': { type: 'application/xml; charset=utf-8', write: respondentsDdi },
} satisfies Record<string, RespondentFormat>

/** The end of an address of anonymised answers. */
export type RespondentExtension = keyof typeof respondentFormats
