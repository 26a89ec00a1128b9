import { question } from './http-questions.ts'

interface CrosstabAnswer {
  readonly data: { readonly crosstab: { readonly cells: readonly { categories: string[]; count: number }[] } }
}

interface GroupedAnswer {
  readonly data: {
    readonly allRespondents: {
      readonly cells: readonly { keys: string[]; sum: { one: string } }[]
    }
  }
}

type Answer = CrosstabAnswer | GroupedAnswer

/**
 * Checks that all servers count the same, and that the first of them has tables of 16 cells for any number.
 *
 * @throws Error when not
 */
export async function checkCounts(servers: readonly { url: string; asks: string }[]): Promise<void> {
  const counts: string[] = []
  for (const { url, asks } of servers) counts.push(countsOf(await ask(url, asks)))
  if (new Set(counts).size > 1) throw new Error(`The servers count differently: ${counts.join(' and ')}`)
  for (let number = 0; number <= 40; number++) {
    const answer = await ask(servers[0]!.url, JSON.stringify(question(number)))
    if ('crosstab' in answer.data && answer.data.crosstab.cells.length === 16) continue
    throw new Error(`Table ${number} has no 16 cells: ${JSON.stringify(answer)}`)
  }
}

async function ask(url: string, body: string): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const answer = (await response.json()) as Answer & { readonly errors?: unknown }
  if (answer.errors !== undefined) throw new Error(`${url} answered ${JSON.stringify(answer.errors)}`)
  return answer
}

/** The counts above zero with their codes; a group that nobody is in does not exist in SQL. */
function countsOf({ data }: Answer): string {
  const counts =
    'crosstab' in data
      ? data.crosstab.cells.map(({ categories, count }) => `${categories}: ${count}`)
      : data.allRespondents.cells.map(({ keys, sum }) => `${keys}: ${sum.one}`)
  return counts
    .filter((line) => !line.endsWith(': 0'))
    .sort()
    .join('; ')
}
