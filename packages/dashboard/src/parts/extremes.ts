import type { Figures } from '../figures/figures.ts'
import type { Extreme } from '../survey/glance-plan.ts'
import { markText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** Between which means of nets of other questions a numeric question lies; nothing where fewer than two are shown. */
export function extremesLine(
  all: readonly (Extreme & { readonly figures: Figures })[],
  texts: Texts,
): string | undefined {
  const means = all.flatMap(({ by, figures }) =>
    figures.columns.flatMap(({ code, label }, place) => {
      const mark = figures.marks[0]![place]!
      return mark.status === 'VALUE' && code.startsWith('net:')
        ? [{ mark, value: mark.value, told: `${by.label}: ${label}` }]
        : []
    }),
  )
  const sorted = means.sort((one, other) => one.value - other.value)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined || lowest === highest) return undefined
  const { question, figures } = all[0]!
  const text = ({ mark, told }: typeof lowest) => `${markText(mark, figures.unit, texts)} (${told})`
  return texts.extremes(question.variable.label, text(lowest), text(highest))
}
