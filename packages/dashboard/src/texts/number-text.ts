import type { Figures, Mark } from '../figures/figures.ts'
import type { Texts } from './texts.ts'

/** What figures are shown in. */
type Measure = Pick<Figures, 'unit' | 'scale'>

/** A number of a chart as people read it, or the word for why there is none. */
export function markText(mark: Mark, measure: Measure, texts: Texts): string {
  return mark.status === 'VALUE' ? valueText(mark.value, measure, texts) : texts[mark.status]
}

/**
 * A value as people read it: a whole percentage, or a mean with as many decimals as its scale is worth.
 *
 * @param more decimals than that
 */
export function valueText(value: number, { unit, scale }: Measure, { lang }: Texts, more = 0): string {
  const range = scale[1] - scale[0]
  const digits =
    more + (unit === 'percent' || range >= 1000 ? 0 : Math.max(1, 2 - Math.ceil(Math.log10(range))))
  const text = value.toLocaleString(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === 'percent' ? `${text}%` : text
}

/** A number on an axis. */
export const axisText = (value: number, { lang }: Texts): string =>
  value.toLocaleString(lang, { maximumSignificantDigits: 8 })

/** A day as people read it. */
export function dayText(day: string, { lang }: Texts): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
