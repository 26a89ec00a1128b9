import type { PeoClient } from '@peo/sdk'

/** A mean of a number within a net of a question; null where it is not shown. */
export interface NetMean {
  /** Code of the question. */
  readonly by: string
  /** Code of the net. */
  readonly net: string
  readonly mean: number | null
}

interface Group {
  readonly categories: readonly string[]
  readonly mean: number | null
}

/** A document has its limits. */
const atOnce = 20

/**
 * Asks for the means of a number within the nets of questions, many in one request.
 *
 * @param of code of the number
 * @param by codes of the questions
 * @throws PeoError
 */
export async function askNetMeans(
  peo: PeoClient,
  wave: string,
  of: string,
  by: readonly string[],
): Promise<readonly NetMean[]> {
  if (by.length === 0) return []
  const asked = by.slice(0, atOnce)
  const tables = asked.map(
    (code, at) => `t${at}: means(waves: $wave, of: $of, by: [${JSON.stringify(code)}]) { ...groups }`,
  )
  const document = `query NetMeans($wave: [String!]!, $of: String!) { ${tables.join(' ')} }
fragment groups on MeansTable { groups { categories mean } }`
  const answer = (await peo.query(document, { wave: [wave], of })) as Readonly<
    Record<string, { readonly groups: readonly Group[] }>
  >
  const found = asked.flatMap((code, at) =>
    answer[`t${at}`]!.groups.flatMap(({ categories: [category = ''], mean }) =>
      category.startsWith('net:') ? [{ by: code, net: category.slice(4), mean }] : [],
    ),
  )
  return [...found, ...(await askNetMeans(peo, wave, of, by.slice(atOnce)))]
}
