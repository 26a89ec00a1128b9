import type { AnonymousRow } from '@peo/disclosure'
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import {
  columnsOf,
  type FileChunks,
  type RespondentColumn,
  type RespondentFile,
  type RowBatches,
  saidIn,
} from './respondent-file.ts'

/** A column of the file, and what it has of a row. */
interface ParquetColumn {
  readonly name: string
  readonly type: BasicType
  readonly nullable: boolean
  readonly valueIn: (row: AnonymousRow) => string | number | boolean | null
}

/**
 * Anonymised answers as Parquet, a row group for each batch of rows. Per variable a column of its code (text), number or,
 * per option, whether it was named; null where there is none. Why there is none stands in a column `<variable>.status`:
 * VALUE, WITHHELD, NOT_ASKED or NO_ANSWER. No code has a dot. What codes mean is JSON in the metadata under `peo`.
 */
export async function* respondentsParquet(file: RespondentFile, batches: RowBatches): FileChunks {
  const columns = parquetColumns(file)
  const target = new ByteWriter()
  const schema = schemaFromColumnData({
    columnData: columns.map(({ name, type, nullable }) => ({ name, type, nullable, data: [] })),
  })
  const kvMetadata = [{ key: 'peo', value: JSON.stringify(file) }]
  const writer = new ParquetWriter({ writer: target, schema, kvMetadata })
  for await (const rows of batches) {
    const columnData = columns.map(({ name, valueIn }) => ({
      name,
      data: rows.map(valueIn),
      offsetIndex: false,
    }))
    writer.write({ columnData, rowGroupSize: rows.length })
    yield written(target)
  }
  writer.finish()
  yield written(target)
}

/** What was written since; the target goes on with an empty buffer. */
function written(target: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(target.getBuffer())
  target.index = 0
  return bytes
}

function parquetColumns({ variables }: RespondentFile): ParquetColumn[] {
  const columns = columnsOf(variables)
  return [
    { name: 'respondent', type: 'STRING', nullable: false, valueIn: ({ id }) => id },
    ...variables.flatMap(({ variable }, place): ParquetColumn[] => [
      ...columns.filter((column) => column.place === place).map(answerColumn),
      {
        name: `${variable}.status`,
        type: 'STRING',
        nullable: false,
        valueIn: ({ answers }) => answers[place]!.status,
      },
    ]),
  ]
}

function answerColumn(column: RespondentColumn): ParquetColumn {
  const { name, option, place, variable } = column
  const isNumber = variable.measurement === 'numeric' || variable.measurement === 'weight'
  return {
    name,
    type: option !== null ? 'BOOLEAN' : isNumber ? 'DOUBLE' : 'STRING',
    nullable: true,
    valueIn: ({ answers }) => saidIn(column, answers[place]!),
  }
}
