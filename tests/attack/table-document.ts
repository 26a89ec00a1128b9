import type { TableRequest } from './table-request.ts'

const fields = `
  csv jsonStat withheld
  cells { categories status count base effectiveBase columnPercent rowPercent totalPercent interval { low high } higherThan }
  base statistics { test { statistic degreesOfFreedom pValue } cramersV effectiveBase designEffect }`
const groupFields = `
  csv jsonStat withheld
  groups { categories status base effectiveBase mean standardDeviation standardError lowerQuartile median upperQuartile interval { low high } }`

/** A request to a wave as a document of GraphQL that asks for every figure there is. */
export function documentOf(wave: string, { of, sides, filter, weighted }: TableRequest): string {
  const conditions = filter.map(
    ({ variable, category }) => `{ variable: "${variable}", categories: ["${category}"] }`,
  )
  const shared = `waves: ["${wave}"], filter: [${conditions}], weighted: ${weighted}`
  const [rows, ...columns] = sides
  return of === null
    ? `{ crosstab(${shared}, rows: "${rows}", columns: ${JSON.stringify(columns)}) { ${fields} } }`
    : `{ means(${shared}, of: "${of}", by: ${JSON.stringify(sides)}) { ${groupFields} } }`
}
