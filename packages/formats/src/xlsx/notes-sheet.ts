import { absentTexts } from '../absent-texts.ts'
import {
  codeLabel,
  type FormattableTable,
  type TableLabels,
  variableLabel,
  variablesOf,
} from '../table-labels.ts'
import { statisticsOf } from '../table-statistics.ts'
import type { TableSource } from './table-source.ts'
import { headingCell, notComputed, numberCell, type Sheet, textCell } from './xlsx-cells.ts'

const texts = {
  nl: {
    sheet: 'Toelichting',
    question: 'vraag',
    wave: 'meting',
    base: 'basis (n)',
    filter: 'alleen',
    weighted: 'gewogen',
    yes: 'ja',
    no: 'nee',
    level: 'betrouwbaarheid van intervallen (%)',
    withheld:
      'niet getoond, om mensen te beschermen: de groep is te klein, of zou uit andere cijfers volgen. Het is geen 0.',
    notAsked: 'in deze meting niet gevraagd',
    notComputed: 'niet te berekenen, of alleen uit een onderdrukt cijfer',
    change: 'veranderd sinds eerdere metingen',
    release: 'publicatiebestand',
    address: 'adres',
  },
  en: {
    sheet: 'Notes',
    question: 'question',
    wave: 'wave',
    base: 'base (n)',
    filter: 'only',
    weighted: 'weighted',
    yes: 'yes',
    no: 'no',
    level: 'confidence level of intervals (%)',
    withheld:
      'not shown, to protect people: the group is too small, or would follow from other figures. It is not 0.',
    notAsked: 'not asked in this wave',
    notComputed: 'cannot be computed, or only from a withheld figure',
    change: 'changed since earlier waves',
    release: 'release',
    address: 'address',
  },
}

const statistics: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  test: { nl: 'toets op onafhankelijkheid', en: 'test of independence' },
  test_statistic: { nl: 'toetsingsgrootheid', en: 'test statistic' },
  test_df: { nl: 'vrijheidsgraden', en: 'degrees of freedom' },
  test_denominator_df: { nl: 'vrijheidsgraden van de noemer', en: 'denominator degrees of freedom' },
  p_value: { nl: 'p-waarde', en: 'p-value' },
  cramers_v: { nl: 'Cramérs V', en: "Cramér's V" },
  table_effective_base: { nl: 'effectieve basis', en: 'effective base' },
  design_effect: { nl: 'designeffect', en: 'design effect' },
}

type Line = readonly [string, string | number | null]

/** What a table is of and rests on, what its words mean, its statistics, and where it came from. */
export function notesSheet(table: FormattableTable, labels: TableLabels, source: TableSource): Sheet {
  const { language } = labels
  const said = texts[language]
  const absent = absentTexts[language]
  const lines: Line[] = [
    ...variablesOf(table)
      .filter((variable) => variable !== 'wave')
      .map((variable): Line => [said.question, `${variableLabel(labels, variable)} (${variable})`]),
    ...table.waves.map((wave): Line => [said.wave, `${codeLabel(labels, 'wave', wave)} (${wave})`]),
    ...source.filter.map(({ variable, categories }): Line => {
      const kept = categories.map((code) => `${codeLabel(labels, variable, code)} (${code})`)
      return [said.filter, `${variableLabel(labels, variable)}: ${kept.join(', ')}`]
    }),
    ...baseOf(table, labels),
    [said.weighted, table.weighted ? said.yes : said.no],
    [said.level, 100 * table.confidenceLevel],
    ...Object.entries(statisticsOf(table)).map(([name, value]): Line => [statistics[name]![language], value]),
    [absent.WITHHELD, said.withheld],
    [absent.NOT_ASKED, said.notAsked],
    [notComputed, said.notComputed],
    ...notesOf(table, labels).map((note): Line => [said.change, note]),
    ...source.releases.map((digest): Line => [said.release, digest]),
    [said.address, source.address],
  ]
  return {
    sheet: said.sheet,
    data: lines.map(([name, value]) => [
      headingCell(name),
      typeof value === 'string' ? textCell(value) : numberCell(value),
    ]),
    columns: [{ width: 36 }, { width: 100 }],
  }
}

function baseOf(table: FormattableTable, { language }: TableLabels): Line[] {
  if (table.kind === 'means') return []
  const withheld = table.base === null && table.cells.some(({ status }) => status === 'WITHHELD')
  return [[texts[language].base, withheld ? absentTexts[language].WITHHELD : table.base]]
}

function notesOf(table: FormattableTable, labels: TableLabels): string[] {
  const variables = variablesOf(table)
  return labels.notes
    .filter(({ wave, variable }) => table.waves.includes(wave) && variables.includes(variable))
    .map(
      ({ wave, variable, note }) =>
        `${variableLabel(labels, variable)}, ${codeLabel(labels, 'wave', wave)}: ${note}`,
    )
}
