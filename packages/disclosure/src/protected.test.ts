import type { RawCrosstab, RawMeans, tabulate, tabulateMeans } from '@peo/tabulation'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AbsentFigure,
  joinCrosstabs,
  MeanFigure,
  ProtectedCrosstab,
  ProtectedDimension,
  ProtectedMeans,
  protect,
  protectMeans,
  Refusal,
} from './index.ts'
import type { CellFigure, TableStatistics } from './protected.ts'

interface ForgedCrosstab {
  readonly kind: 'crosstab'
  readonly waves: readonly string[]
  readonly dimensions: readonly ProtectedDimension[]
  readonly cells: readonly (CellFigure | AbsentFigure)[]
  readonly base: number | null
  readonly statistics: TableStatistics | null
  readonly weighted: boolean
  readonly confidenceLevel: number
}

interface ForgedMeans {
  readonly kind: 'means'
  readonly of: string
  readonly waves: readonly string[]
  readonly dimensions: readonly ProtectedDimension[]
  readonly groups: readonly (MeanFigure | AbsentFigure)[]
  readonly weighted: boolean
  readonly confidenceLevel: number
}

/** A protected table with other figures put in its place. */
function tampered(table: ProtectedCrosstab, cells: readonly CellFigure[]) {
  return { ...table, cells }
}

describe('what may be formatted or sent', () => {
  it('is no raw table', () => {
    expectTypeOf<ReturnType<typeof tabulate>>().toEqualTypeOf<RawCrosstab>()
    expectTypeOf<RawCrosstab>().not.toExtend<ProtectedCrosstab>()
    expectTypeOf<ReturnType<typeof tabulateMeans>>().toEqualTypeOf<RawMeans>()
    expectTypeOf<RawMeans>().not.toExtend<ProtectedMeans>()
  })

  it('is no object of the same fields', () => {
    expectTypeOf<ProtectedCrosstab>().toExtend<ForgedCrosstab>()
    expectTypeOf<ForgedCrosstab>().not.toExtend<ProtectedCrosstab>()
    expectTypeOf<keyof ForgedCrosstab>().toEqualTypeOf<keyof ProtectedCrosstab>()
    expectTypeOf<ProtectedMeans>().toExtend<ForgedMeans>()
    expectTypeOf<ForgedMeans>().not.toExtend<ProtectedMeans>()
    expectTypeOf<keyof ForgedMeans>().toEqualTypeOf<keyof ProtectedMeans>()
  })

  it('is no copy of a protected table with other figures', () => {
    expectTypeOf<ReturnType<typeof tampered>>().toExtend<ForgedCrosstab>()
    expectTypeOf<ReturnType<typeof tampered>>().not.toExtend<ProtectedCrosstab>()
  })

  it('comes out of protection, unless the shape is refused', () => {
    expectTypeOf<ReturnType<typeof protect>>().toEqualTypeOf<ProtectedCrosstab | Refusal>()
    expectTypeOf<ReturnType<typeof protectMeans>>().toEqualTypeOf<ProtectedMeans | Refusal>()
    expectTypeOf<Parameters<typeof joinCrosstabs>[0][number]>().toEqualTypeOf<ProtectedCrosstab>()
  })
})
