import { labelOf, type TableContent } from './content.ts'
import type { CellValue, Figure, GroupValue } from './figure.ts'
import { measuresOf } from './measures.ts'
import { statisticFields } from './statistics.ts'

type AnyContent = TableContent<CellValue | GroupValue>
type Field = string | number | null

/** A table as the service's CSV has it: a line per figure with codes and labels, its statistics, its notes. */
export function tableCsv(content: AnyContent): string {
  const { data, figures } = content
  const statistics = statisticFields(data)
  const header = [
    ...data.dimensions.flatMap(({ variable: { code } }) => [code, `${code}_label`]),
    'status',
    ...measuresOf(content).map(([code]) => code),
    ...('cells' in data ? ['higher_than'] : []),
    ...Object.keys(statistics),
    'comparability_note',
  ]
  const end = Object.values(statistics)
  const lines = figures.map((figure) => [...fieldsOf(content, figure), ...end, notesOn(content, figure)])
  return [header, ...lines].map(line).join('')
}

function fieldsOf(content: AnyContent, figure: Figure<CellValue | GroupValue>): Field[] {
  const { data } = content
  const isThere = figure.status === 'VALUE'
  const higher = isThere && 'higherThan' in figure ? figure.higherThan.join(' ') : ''
  return [
    ...data.dimensions.flatMap((dimension, index) => {
      const code = figure.categories[index] ?? ''
      return [code, labelOf(dimension, code)]
    }),
    figure.status,
    ...measuresOf(content).map(([, , , , of]) => (isThere ? of(figure) : null)),
    ...('cells' in data ? [higher] : []),
  ]
}

/** What changed in the wave of a figure. */
function notesOn({ data }: AnyContent, { categories }: Figure<CellValue | GroupValue>): string {
  const wave = data.releases.length > 1 ? categories.at(-1) : data.releases[0]?.wave
  return data.comparabilityNotes
    .filter((note) => note.wave === wave)
    .map(({ variable, note }) => `${variable}: ${note}`)
    .join(' | ')
}

/** After RFC 4180. */
function line(fields: readonly Field[]): string {
  const texts = fields.map((field) => String(field ?? ''))
  return `${texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join()}\r\n`
}
