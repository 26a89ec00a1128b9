import type { VariableCodes, WaveData } from '@peo/tabulation'
import { decodeColumn, type StoredColumn } from './encode-column.ts'
import type { ReleaseCodebook, ReleasedVariable } from './release-codebook.ts'

/** Puts the columns of a release, by variable code, into the shape that tabulation reads. */
export function toWaveData(
  codebook: ReleaseCodebook,
  stored: ReadonlyMap<string, StoredColumn>,
  size: number,
): WaveData {
  const decoded = codebook.variables.flatMap((variable) => {
    const column = stored.get(variable.code)
    return column === undefined ? [] : [{ variable, column: decodeColumn(variable, column, size) }]
  })
  const weight = decoded.find(({ variable }) => variable.measurement === 'weight')?.column
  const tabulated = decoded.filter(({ variable }) => variable.measurement !== 'weight')
  return {
    wave: codebook.wave.code,
    size,
    variables: new Map(tabulated.map(({ variable }) => [variable.code, variableCodes(variable)])),
    columns: new Map(tabulated.map(({ variable, column }) => [variable.code, column])),
    ...(weight?.kind === 'numeric' ? { weights: weight.values } : {}),
  }
}

/** What tabulation needs to know of a variable. */
export function variableCodes(variable: ReleasedVariable): VariableCodes {
  return {
    code: variable.code,
    categories: (variable.categories ?? []).map(({ code }) => code),
    nets: (variable.nets ?? []).map(({ code, categories }) => ({ code, categories })),
    ...(variable.askedIf === undefined ? {} : { askedIf: variable.askedIf }),
  }
}
