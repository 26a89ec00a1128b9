import type { FileChunks, RespondentFile, RowBatches } from '../respondents/respondent-file.ts'
import { joined, utf8 } from './bytes.ts'
import { type SavColumn, savColumns } from './sav-columns.ts'
import { savNames } from './sav-names.ts'
import { documentRecord, extensionRecords, headerRecord, labelRecord, variableRecord } from './sav-records.ts'
import { rowPacker } from './sav-rows.ts'

/**
 * Anonymised answers as an SPSS system file: labels in the language of the file, measurement levels, the weight, and a
 * multiple-response set (`$variable`) of the options of each variable with several answers, two or more. Values are the codes where
 * those are numbers; else 1, 2 and so on, with the codes in the attribute `codes`. Withheld, not asked and no answer are
 * user-missing values with labels, see `absentCodes`.
 *
 * Source: the system file format as PSPP documents it, https://www.gnu.org/software/pspp/pspp-dev/html_node/
 */
export async function* respondentsSav(file: RespondentFile, batches: RowBatches): FileChunks {
  const columns = savColumns(file)
  yield joined([
    headerRecord(columns, file.respondents, file.wave.title),
    ...columns.map(variableRecord),
    ...columns.map((_, index) => labelRecord(columns, index)),
    documentRecord([`${file.wave.code}, release`, file.digest]),
    extensionRecords(columns, responseSets(file, columns), file.respondents),
  ])
  const packer = rowPacker(columns)
  for await (const rows of batches) yield packer.pack(rows)
  yield packer.end()
}

/** Lines `$causes=D1 1 4 Why? @5 @6`: lengths are in bytes, and variables by their short names. */
function responseSets({ variables }: RespondentFile, columns: readonly SavColumn[]): Uint8Array<ArrayBuffer> {
  // Readers refuse a set of one.
  const several = variables.filter(
    ({ measurement, categories }) => measurement === 'multiple' && categories.length > 1,
  )
  const names = savNames(several.map(({ variable }) => variable))
  const lines = several.map(({ variable, label }, index) => {
    const options = columns.filter(({ optionOf }) => optionOf === variable)
    const text = label.replaceAll('\n', ' ')
    const places = options.map(({ short }) => short)
    return `$${names[index]!.slice(0, 63)}=D1 1 ${utf8(text).length} ${text} ${places.join(' ')}\n`
  })
  return utf8(lines.join(''))
}
