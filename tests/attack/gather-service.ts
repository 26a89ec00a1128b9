import { parse } from 'csv-parse/sync'
import type { App } from '../../packages/server/src/app.ts'
import { ask } from '../../packages/server/src/testing/ask.ts'
import type { WaveCodebook } from './codebook.ts'
import { type Fact, mergeFacts } from './fact.ts'
import { crosstabFacts, meansFacts, type ReadCell, type ReadGroup, tableBase } from './table-facts.ts'
import { everyRequest, type TableRequest } from './table-request.ts'
import { trendFacts } from './trend-facts.ts'

const crosstabQuery = `query ($wave: String!, $rows: String!, $columns: [String!]!, $filter: [CategoryFilter!]!, $weighted: Boolean!) {
  crosstab(waves: [$wave], rows: $rows, columns: $columns, filter: $filter, weighted: $weighted) {
    base
    cells { categories count base effectiveBase columnPercent rowPercent totalPercent }
  }
}`

const meansQuery = `query ($wave: String!, $of: String!, $by: [String!]!, $filter: [CategoryFilter!]!, $weighted: Boolean!) {
  means(waves: [$wave], of: $of, by: $by, filter: $filter, weighted: $weighted) {
    groups { categories base effectiveBase mean standardDeviation lowerQuartile median upperQuartile }
  }
}`

interface Answer {
  readonly crosstab?: { readonly base: number | null; readonly cells: readonly ReadCell[] } | null
  readonly means?: { readonly groups: readonly ReadGroup[] } | null
}

const formats = ['csv', 'json', 'jsonstat'] as const

/** Partners, by organisation, who tell each other all they read; and the variable that says who works where. */
export interface Partners {
  readonly variable: string
  readonly apps: ReadonlyMap<string, App>
}

/**
 * All that a service tells of its published waves, to any of these readers: every table without a filter by GraphQL
 * and in one of the formats of the routes, every table with one in one of these ways; readers, formats and ways take
 * turns. Tables by organisation are asked by each partner, for its own: what it is told of all others is what that
 * leaves of the total. And tables over all waves together.
 */
export async function gatherService(
  readers: readonly App[],
  codebooks: readonly WaveCodebook[],
  partners?: Partners,
): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const codebook of codebooks) {
    for (const [index, request] of everyRequest(codebook).entries()) {
      const plain = request.filter.length === 0
      const format = formats[index % 3]!
      for (const { app, isKept } of askers(request, readers[index % readers.length]!, partners)) {
        const asked = { app, wave: codebook.wave, request, isKept }
        if (plain || index % 4 === 0) facts.push(...(await byGraphql(asked)))
        if (plain || index % 4 !== 0) facts.push(...(await byRoute(asked, format)))
      }
    }
  }
  const single = mergeFacts(facts)
  return mergeFacts([...single, ...(await trendFacts(readers[0]!, codebooks, single))])
}

interface Asker {
  readonly app: App
  /** Whether a cell of these categories is read. */
  readonly isKept: (categories: readonly string[]) => boolean
}

function askers({ sides, filter }: TableRequest, reader: App, partners?: Partners): Asker[] {
  const place = partners === undefined ? -1 : sides.indexOf(partners.variable)
  const condition = filter.find(({ variable }) => variable === partners?.variable)
  if (place === -1 && condition === undefined) return [{ app: reader, isKept: () => true }]
  return [...partners!.apps].flatMap(([own, app]) =>
    condition === undefined || condition.category === own
      ? [{ app, isKept: (categories) => place === -1 || categories[place] === own }]
      : [],
  )
}

interface Asked extends Asker {
  readonly wave: string
  readonly request: TableRequest
}

async function byGraphql({ app, wave, request, isKept }: Asked): Promise<Fact[]> {
  const { of, sides, weighted } = request
  const [rows, ...columns] = sides
  const filter = request.filter.map(({ variable, category }) => ({ variable, categories: [category] }))
  const variables = { wave, rows, columns, of, by: sides, filter, weighted }
  const { data } = await ask<Answer | null>(app, of === null ? crosstabQuery : meansQuery, variables)
  const kept = <Read extends { readonly categories: readonly string[] }>(all: readonly Read[]) =>
    all.filter(({ categories }) => isKept(categories))
  if (data?.means) return meansFacts(wave, request, kept(data.means.groups))
  if (!data?.crosstab) return []
  const { base, cells } = data.crosstab
  return [...crosstabFacts(wave, request, kept(cells)), ...tableBase(wave, request, base)]
}

async function byRoute(
  { app, wave, request, isKept }: Asked,
  format: (typeof formats)[number],
): Promise<Fact[]> {
  const { of, sides, filter, weighted } = request
  const [rows = '', ...columns] = sides
  const query = new URLSearchParams({ waves: wave, weighted: String(weighted) })
  if (of === null) query.set('rows', rows)
  else query.set('of', of)
  for (const code of of === null ? columns : sides) query.append(of === null ? 'columns' : 'by', code)
  for (const { variable, category } of filter) query.append('filter', `${variable}:${category}`)
  const kind = of === null ? 'crosstab' : 'means'
  const response = await app.fetch(`http://localhost/tables/${kind}.${format}?${query}`)
  if (response.status !== 200) return []
  const rowsRead = readFormat(await response.text(), format)
  const figures = rowsRead
    .map((row) => ({ ...figureOf(row), categories: sides.map((code) => String(row[code])) }))
    .filter(({ categories }) => isKept(categories))
  return of === null ? crosstabFacts(wave, request, figures) : meansFacts(wave, request, figures)
}

type TidyRow = Readonly<Record<string, string | number | null>>

function readFormat(text: string, format: (typeof formats)[number]): readonly TidyRow[] {
  if (format === 'csv') return parse(text, { columns: true })
  return format === 'json' ? JSON.parse(text) : readJsonStat(JSON.parse(text))
}

interface Dataset {
  readonly id: readonly string[]
  readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[] } }>>
  readonly value: readonly (number | null)[]
}

/** One row for each combination of categories, with the measures of the last dimension as its fields. */
function readJsonStat({ id, dimension, value }: Dataset): TidyRow[] {
  const lists = id.map((code) => dimension[code]!.category.index)
  const measures = lists.at(-1)!
  return Array.from({ length: value.length / measures.length }, (_, row) => {
    const categories = lists.slice(0, -1).map((codes, index): [string, string] => {
      const step = lists.slice(index + 1, -1).reduce((product, { length }) => product * length, 1)
      return [id[index]!, codes[Math.floor(row / step) % codes.length]!]
    })
    const figures = measures.map(
      (measure, index) => [measure, value[row * measures.length + index]!] as const,
    )
    return Object.fromEntries([...categories, ...figures])
  })
}

/** The figures of a row by the names that GraphQL has for them. */
function figureOf(row: TidyRow) {
  const number = (name: string) =>
    row[name] === null || row[name] === '' || row[name] === undefined ? null : Number(row[name])
  return {
    count: number('count'),
    base: number('base'),
    effectiveBase: number('effective_base'),
    columnPercent: number('column_percent'),
    rowPercent: number('row_percent'),
    totalPercent: number('total_percent'),
    mean: number('mean'),
    standardDeviation: number('standard_deviation'),
    lowerQuartile: number('lower_quartile'),
    median: number('median'),
    upperQuartile: number('upper_quartile'),
  }
}
