import type { Figures, Mark } from '../figures/figures.ts'
import type { Texts } from './texts.ts'

/** A number of a chart as people read it: a whole percentage, or a mean to a tenth; or the word for why there is none. */
export function markText(mark: Mark, unit: Figures['unit'], texts: Texts): string {
  return mark.status === 'VALUE' ? valueText(mark.value, unit, texts) : texts[mark.status]
}

/** A value as people read it. */
export function valueText(
  value: number,
  unit: Figures['unit'],
  { lang }: Texts,
  digits = unit === 'mean' ? 1 : 0,
): string {
  const text = value.toLocaleString(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === 'percent' ? `${text}%` : text
}

/** A number on an axis. */
export const axisText = (value: number, { lang }: Texts): string => value.toLocaleString(lang)

/** A day as people read it. */
export function dayText(day: string, { lang }: Texts): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
