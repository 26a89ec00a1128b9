import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { DraftQuestion } from '../wave-life/questionnaire.ts'
import type { QuestionInput } from './question-input.ts'

type Written = typeof QuestionInput.$inferInput

/** The question that an input describes; of one that is asked already, what the input leaves out stays as it is. */
export function questionFrom(input: Written, before: DraftQuestion | undefined): DraftQuestion {
  const { variable, measurement, wordingNl, wordingEn, askedIf } = input
  return {
    code: variable,
    measurement: measurement.toLowerCase() as CodebookVariable['measurement'],
    label: { nl: wordingNl, en: wordingEn },
    core: said(input.core, before?.core),
    role: said(input.background, before?.role, (is) => (is ? 'background' : undefined)),
    partnerBoundary: said(input.partnerBoundary, before?.partnerBoundary),
    sensitive: said(input.sensitive, before?.sensitive),
    theme: said(input.theme, before?.theme),
    minimum: said(input.minimum, before?.minimum),
    maximum: said(input.maximum, before?.maximum),
    categories: said(input.categories, before?.categories, (all) => filled(all.map(labelled))),
    nets: said(input.nets, before?.nets, (all) => filled(all.map(united))),
    hierarchy: said(input.hierarchy, before?.hierarchy, (all) =>
      filled(all.map((level) => ({ ...labelled(level), categories: level.categories.map(united) }))),
    ),
    askedIf: said(askedIf, before?.askedIf, ({ variable: gate, categories }) => ({
      variable: gate,
      in: categories,
    })),
    comparabilityNote: noteFrom(input, before),
  }
}

function noteFrom(input: Written, before: DraftQuestion | undefined): DraftQuestion['comparabilityNote'] {
  const nl = said(input.comparabilityNoteNl, before?.comparabilityNote?.nl) ?? ''
  const en = said(input.comparabilityNoteEn, before?.comparabilityNote?.en) ?? ''
  return `${nl}${en}` === '' ? undefined : { nl, en }
}

/** What is to be: what stood there where nothing is said, nothing where null is. */
function said<Given, Kept = Given>(
  given: Given | null | undefined,
  kept: Kept | undefined,
  read: (given: Given) => Kept | undefined = (same) => same as unknown as Kept,
): Kept | undefined {
  if (given === undefined) return kept
  return given === null ? undefined : read(given)
}

const filled = <Item>(items: Item[]) => (items.length > 0 ? items : undefined)

type Labelled = NonNullable<Written['categories']>[number]

const labelled = ({ code, labelNl, labelEn }: Labelled) => ({ code, label: { nl: labelNl, en: labelEn } })

const united = (net: NonNullable<Written['nets']>[number]) => ({
  ...labelled(net),
  categories: net.categories,
})
