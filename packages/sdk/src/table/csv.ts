import { labelOf, type TableContent } from './content.ts'
import type { CellValue, Figure, GroupValue } from './figure.ts'
import { numberOf } from './measures.ts'

type Field = string | number | null

/** A table as the service's CSV has it: a line per figure with codes and labels, its statistics, its notes. */
export function tableCsv<Value extends CellValue | GroupValue>(content: TableContent<Value>): string {
  const { data, figures, statistics = {} } = content
  const header = [
    ...data.dimensions.flatMap(({ variable: { code } }) => [code, `${code}_label`]),
    'status',
    ...content.measures.map(([code]) => code),
    ...('cells' in data ? ['higher_than'] : []),
    ...Object.keys(statistics),
    'comparability_note',
  ]
  const end = Object.values(statistics)
  const lines = figures.map((figure) => [...fieldsOf(content, figure), ...end, notesOn(content, figure)])
  return [header, ...lines].map(line).join('')
}

function fieldsOf<Value extends CellValue | GroupValue>(
  content: TableContent<Value>,
  figure: Figure<Value>,
): Field[] {
  const { data } = content
  return [
    ...data.dimensions.flatMap((dimension, index) => {
      const code = figure.categories[index] ?? ''
      return [code, labelOf(dimension, code)]
    }),
    figure.status,
    ...content.measures.map((measure) => numberOf(figure, measure)),
    ...('higherThan' in figure ? [figure.higherThan.join(' ')] : []),
  ]
}

/** What changed in the wave of a figure. */
function notesOn(
  { data }: Pick<TableContent<CellValue>, 'data'>,
  { categories }: Figure<CellValue | GroupValue>,
): string {
  const wave = data.releases.length > 1 ? categories.at(-1) : data.releases[0]?.wave
  return data.comparabilityNotes
    .filter((note) => note.wave === wave)
    .map(({ variable, note }) => `${variable}: ${note}`)
    .join(' | ')
}

/** After RFC 4180. */
function line(fields: readonly Field[]): string {
  const texts = fields.map((field) =>
    String(field ?? '').replace(/^.*[",\r\n].*$/s, (text) => `"${text.replaceAll('"', '""')}"`),
  )
  return `${texts.join()}\r\n`
}
