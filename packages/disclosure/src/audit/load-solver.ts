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
    const model = highs.createModel(modelOf(highs, known))
    try {
      // After a change of weights the primal simplex method goes on from where it was.
      model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 })
      model.setBasis(basisNear(highs, known))
      return use(maximiser(highs, model, known))
    } finally {
      model.dispose()
    }
  }
}

function modelOf(highs: Highs, { lower, upper, sums }: KnownSums) {
  const numCols = lower.length
  const numRows = sums.length
  const indices = Int32Array.from(sums.flatMap(({ of }) => of))
  const starts = new Int32Array(numRows + 1)
  for (const [row, { of }] of sums.entries()) starts[row + 1] = starts[row]! + of.length
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(numCols),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(sums, ({ least }) => least),
    rowUpper: Float64Array.from(sums, ({ most }) => most),
    matrix: {
      format: 'csr' as const,
      numCols,
      numRows,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  }
}

/** Every unknown at the bound that is nearest to the start. */
function basisNear(highs: Highs, { lower, upper, sums, start }: KnownSums) {
  const status = highs.constants.basisStatus
  return {
    colStatus: Int32Array.from(start, (value, column) =>
      value - lower[column]! > upper[column]! - value ? status.upper : status.lower,
    ),
    rowStatus: new Int32Array(sums.length).fill(status.basic),
  }
}

function maximiser(highs: Highs, model: Model, { lower, sums }: KnownSums): Maximise {
  const { modelStatus, solutionStatus } = highs.constants
  const run = (steps: number) => {
    model.options.set('simplex_iteration_limit', steps)
    model.run()
    const status = model.getModelStatus()
    const isFeasible = model.info.get('primal_solution_status') === solutionStatus.feasible
    const values = isFeasible ? Float64Array.from(model.getSolution().colValue) : undefined
    return { status, values }
  }
  return ((weights: ArrayLike<number>, steps?: number) => {
    model.changeColsCost({ kind: 'range', from: 0, to: lower.length - 1 }, Float64Array.from(weights))
    const first = run(steps ?? ANY_NUMBER)
    if (first.status === modelStatus.optimal || first.status === modelStatus.iterationLimit)
      return first.values
    // Rounding can lead one path astray; another, from the beginning, is likely not to be.
    model.clearSolver()
    const { status, values } = run(ANY_NUMBER)
    if (status === modelStatus.optimal) return values
    const size = `${lower.length} unknowns and ${sums.length} sums`
    throw new Error(`a linear program of ${size} that should have a solution ended with status ${status}`)
  }) as Maximise
}
