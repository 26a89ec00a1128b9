import type { JsonStatDataset, JsonStatDimension } from './json-stat-dataset.ts'
import { type Measure, type MeasuredFigure, measuredFigures, measuresOf } from './measures.ts'
import {
  codeLabel,
  type FormattableTable,
  type TableLabels,
  variableLabel,
  variablesOf,
} from './table-labels.ts'
import { statisticsOf } from './table-statistics.ts'

/**
 * A table as a JSON-stat 2.0 dataset: its dimensions, and `measure` as the last one.
 *
 * Source: https://json-stat.org/full/
 */
export function formatJsonStat(table: FormattableTable, labels: TableLabels): JsonStatDataset {
  const measures = measuresOf(table)
  const figures = measuredFigures(table)
  const absent = figures.flatMap((figure, index) =>
    figure.status === 'VALUE'
      ? []
      : measures.map((_, measure) => [String(index * measures.length + measure), figure.status]),
  )
  const trend = table.dimensions.some(({ role }) => role === 'WAVE')
  return {
    version: '2.0',
    class: 'dataset',
    label: variablesOf(table)
      .map((variable) => variableLabel(labels, variable))
      .join(' × '),
    ...(table.kind === 'means' ? notes(labels, table.of) : {}),
    id: [...table.dimensions.map(({ variable }) => variable), 'measure'],
    size: [...table.dimensions.map(({ codes }) => codes.length), measures.length],
    role: { ...(trend ? { time: ['wave'] } : {}), metric: ['measure'] },
    dimension: Object.fromEntries([
      ...table.dimensions.map(({ variable, codes }) => [variable, dimension(labels, variable, codes)]),
      ['measure', measureDimension(measures, labels.language)],
    ]),
    value: figures.flatMap(({ values }) => values),
    status: Object.fromEntries(absent),
    ...(table.kind === 'crosstab'
      ? { extension: { statistics: statisticsOf(table), higher_than: higherThan(figures, measures) } }
      : {}),
  }
}

function higherThan(figures: readonly MeasuredFigure[], measures: readonly Measure[]) {
  const percent = measures.findIndex(({ code }) => code === 'column_percent')
  const higher = figures.map(
    (figure, index) => [index * measures.length + percent, figure.higherThan] as const,
  )
  return Object.fromEntries(higher.filter(([, columns]) => columns.length > 0))
}

function notes(labels: TableLabels, variable: string): { note?: readonly string[] } {
  const note = labels.notes
    .filter((each) => each.variable === variable)
    .map(({ wave, note }) => `${wave}: ${note}`)
  return note.length > 0 ? { note } : {}
}

function dimension(labels: TableLabels, variable: string, codes: readonly string[]): JsonStatDimension {
  return {
    label: variableLabel(labels, variable),
    ...notes(labels, variable),
    category: {
      index: codes,
      label: Object.fromEntries(codes.map((code) => [code, codeLabel(labels, variable, code)])),
    },
  }
}

function measureDimension(measures: readonly Measure[], language: 'nl' | 'en'): JsonStatDimension {
  return {
    label: language === 'nl' ? 'maat' : 'measure',
    category: {
      index: measures.map(({ code }) => code),
      label: Object.fromEntries(measures.map(({ code, label }) => [code, label[language]])),
      unit: Object.fromEntries(measures.map(({ code, unit }) => [code, { label: unit }])),
    },
  }
}
