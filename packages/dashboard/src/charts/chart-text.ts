import type { Figures } from '../figures/figures.ts'
import { valueText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** What a chart says to who does not see it: its highest and lowest figure, and how many are withheld. */
export function chartText(title: string, figures: Figures, texts: Texts): string {
  const marks = figures.rows.flatMap(({ label: row }, at) =>
    figures.columns.map(({ label: column }, place) => ({
      name: [row, column].filter((part) => part !== '').join(', '),
      mark: figures.marks[at]![place]!,
    })),
  )
  const shown = marks
    .flatMap(({ name, mark }) => (mark.status === 'VALUE' ? [{ name, value: mark.value }] : []))
    .sort((one, other) => other.value - one.value)
  const withheld = marks.filter(({ mark }) => mark.status === 'WITHHELD').length
  const tell = ({ name, value }: { name: string; value: number }) =>
    [name, valueText(value, figures, texts)].filter((part) => part !== '').join(' ')
  const figuresText =
    shown.length > 0
      ? texts.alternative(title, tell(shown[0]!), tell(shown.at(-1)!))
      : texts.alternativeEmpty(title)
  return figuresText + (withheld > 0 ? texts.alternativeWithheld(withheld) : '') + texts.alternativeTable
}
