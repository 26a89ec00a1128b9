import type { PeoClient } from '@peo/sdk'
import { askTable } from '../figures/ask-figures.ts'
import { fileName, type TableRequest } from '../figures/table-request.ts'

/** Has the browser save a table as CSV that its plain address gives only to who signed in. */
export async function saveCsv(peo: PeoClient, request: TableRequest): Promise<void> {
  const table = await askTable(peo, request)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([table.toCSV()], { type: 'text/csv' }))
  link.download = fileName(request)
  link.click()
  URL.revokeObjectURL(link.href)
}
