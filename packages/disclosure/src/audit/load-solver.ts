import highsLoader, { type Model } from 'highs'
import type { KnownSums, Maximise, Solver } from './solver.ts'

// The package types its module as CommonJS, whose default export holds the loader; as loaded, it is the loader.
const loadHighs = highsLoader as unknown as typeof highsLoader.default

type Highs = Awaited<ReturnType<typeof loadHighs>>

/** As many as HiGHS counts. */
const ANY_NUMBER = 2 ** 31 - 1

/** Loads HiGHS (https://highs.dev), compiled to WebAssembly. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return (known, use) => {
    const changes = changesFrom(known)
    const model = highs.createModel(modelOf(highs, known, changes))
    try {
      // After a change of weights the primal simplex method goes on from where it was.
      model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 })
      model.setBasis(unchanged(highs, known, changes))
      return use(maximiser(highs, model, known, changes))
    } finally {
      model.dispose()
    }
  }
}

/**
 * The unknowns of the program that is solved: upwards and downwards changes from the start, each from 0. So the start
 * is a vertex, wherever between its bounds it lies, and no solution has to be sought first.
 */
interface Changes {
  /** The unknown that each changes, and 1 or -1. */
  readonly of: Int32Array
  readonly sign: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
}

function changesFrom({ lower, upper, start }: KnownSums): Changes {
  const of: number[] = []
  const sign: number[] = []
  const least: number[] = []
  const most: number[] = []
  const add = (unknown: number, direction: 1 | -1, from: number, to: number) => {
    of.push(unknown)
    sign.push(direction)
    least.push(from)
    most.push(to)
  }
  for (let unknown = 0; unknown < start.length; unknown++) {
    const [down, up] = [start[unknown]! - lower[unknown]!, upper[unknown]! - start[unknown]!]
    if (up > 0) add(unknown, 1, Math.max(0, -down), up)
    if (down > 0) add(unknown, -1, Math.max(0, -up), down)
  }
  return {
    of: Int32Array.from(of),
    sign: Float64Array.from(sign),
    least: Float64Array.from(least),
    most: Float64Array.from(most),
  }
}

function modelOf(highs: Highs, { start, sums }: KnownSums, { of, sign, least, most }: Changes) {
  const numCols = of.length
  const numRows = sums.length
  const columnsOf = Array.from({ length: start.length }, (): number[] => [])
  for (let column = 0; column < numCols; column++) columnsOf[of[column]!]!.push(column)
  const starts = new Int32Array(numRows + 1)
  const indices: number[] = []
  const values: number[] = []
  const is = sums.map((sum, row) => {
    let total = 0
    for (const [place, unknown] of sum.of.entries()) {
      const times = sum.times?.[place] ?? 1
      total += times * start[unknown]!
      for (const column of columnsOf[unknown]!) {
        indices.push(column)
        values.push(times * sign[column]!)
      }
    }
    starts[row + 1] = indices.length
    return total
  })
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(numCols),
    colLower: least,
    colUpper: most,
    rowLower: Float64Array.from(sums, (sum, row) => sum.least - is[row]!),
    rowUpper: Float64Array.from(sums, (sum, row) => sum.most - is[row]!),
    matrix: {
      format: 'csr' as const,
      numCols,
      numRows,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}

function unchanged(highs: Highs, { sums }: KnownSums, { of }: Changes) {
  const status = highs.constants.basisStatus
  return {
    colStatus: new Int32Array(of.length).fill(status.lower),
    rowStatus: new Int32Array(sums.length).fill(status.basic),
  }
}

function maximiser(highs: Highs, model: Model, { start, sums }: KnownSums, { of, sign }: Changes): Maximise {
  const { modelStatus, solutionStatus } = highs.constants
  const changed = (changes: ArrayLike<number>) => {
    const values = Float64Array.from(start)
    for (let column = 0; column < of.length; column++)
      values[of[column]!]! += sign[column]! * changes[column]!
    return values
  }
  const run = (steps: number) => {
    model.options.set('simplex_iteration_limit', steps)
    model.run()
    const status = model.getModelStatus()
    const isFeasible = model.info.get('primal_solution_status') === solutionStatus.feasible
    return { status, values: isFeasible ? changed(model.getSolution().colValue) : undefined }
  }
  return ((weights: ArrayLike<number>, steps?: number) => {
    const costs = Float64Array.from(of, (unknown, column) => sign[column]! * weights[unknown]!)
    model.changeColsCost({ kind: 'range', from: 0, to: of.length - 1 }, costs)
    const first = run(steps ?? ANY_NUMBER)
    if (first.status === modelStatus.optimal || first.status === modelStatus.iterationLimit)
      return first.values
    // Rounding can lead one path astray; another, from the beginning, is likely not to be.
    model.clearSolver()
    const { status, values } = run(ANY_NUMBER)
    if (status === modelStatus.optimal) return values
    const size = `${start.length} unknowns and ${sums.length} sums`
    throw new Error(`a linear program of ${size} that should have a solution ended with status ${status}`)
  }) as Maximise
}
