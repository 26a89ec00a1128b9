import { protect, protectMeans, type ReleasePlan, refuseShape } from '@peo/disclosure'
import { tabulate, tabulateMeans, type WaveData } from '@peo/tabulation'
import type { WaveCodebook } from './codebook.ts'
import { type Fact, mergeFacts } from './fact.ts'
import { crosstabFacts, meansFacts, tableBase } from './table-facts.ts'
import { everyRequest, type TableRequest } from './table-request.ts'

/** What all tables of a wave without a filter tell that its plan lets through, without a service between. */
export function gatherProtected(data: WaveData, plan: ReleasePlan, codebook: WaveCodebook): Fact[] {
  return mergeFacts(
    everyRequest(codebook)
      .filter(({ filter }) => filter.length === 0)
      .flatMap((request) => factsOf(data, plan, request)),
  )
}

function factsOf(data: WaveData, plan: ReleasePlan, request: TableRequest): Fact[] {
  const [rows = '', ...columns] = request.sides
  const used = [...request.sides, ...request.filter.map(({ variable }) => variable)]
  if (refuseShape(plan, request.of === null ? used : [request.of, ...used])) return []
  const filter = request.filter.map(({ variable, category }) => ({ variable, code: category }))
  const options = { filter, shown: [], weighted: request.weighted, confidenceLevel: 0.95 }
  if (request.of !== null) {
    const means = protectMeans(tabulateMeans(data, { ...options, of: request.of, by: request.sides }), plan)
    return means.kind === 'refusal' ? [] : meansFacts(data.wave, request, means.groups)
  }
  const table = protect(tabulate(data, { ...options, rows, columns }), plan, {
    intervals: false,
    letters: false,
    statistics: false,
  })
  if (table.kind === 'refusal') return []
  return [...crosstabFacts(data.wave, request, table.cells), ...tableBase(data.wave, request, table.base)]
}
