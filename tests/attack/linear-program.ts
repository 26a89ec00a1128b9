import highsLoader from 'highs'

// The package types its module as CommonJS, whose default export holds the loader; as loaded, it is the loader.
const highs = await (highsLoader as unknown as typeof highsLoader.default)()

/** A weighted sum of unknowns that lies between two numbers. */
export interface Row {
  readonly places: readonly number[]
  /** By place; 1 each where absent. */
  readonly coefficients?: readonly number[]
  readonly low: number
  readonly high: number
}

/** Unknowns from 0 up, and what is known of their sums. */
export interface LinearProgram {
  readonly unknowns: number
  readonly rows: readonly Row[]
}

/** Gives values of the unknowns that make a weighted sum of them as large as it can be. */
export type Maximise = (weights: Float64Array) => Float64Array

/**
 * Solves a linear program for as many weighted sums as `use` asks.
 *
 * @throws Error when nothing fits all rows
 */
export function solveProgram<Result>(
  { unknowns, rows }: LinearProgram,
  use: (maximise: Maximise) => Result,
): Result {
  const starts = new Int32Array(rows.length + 1)
  for (const [index, { places }] of rows.entries()) starts[index + 1] = starts[index]! + places.length
  const most = Math.max(1, ...rows.map(({ high }) => high))
  const model = highs.createModel({
    numCols: unknowns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(unknowns),
    colLower: new Float64Array(unknowns),
    colUpper: new Float64Array(unknowns).fill(most),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: 'csr',
      numCols: unknowns,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ places }) => places)),
      values: Float64Array.from(
        rows.flatMap(({ places, coefficients }) => coefficients ?? places.map(() => 1)),
      ),
    },
  })
  try {
    // The next objective starts from the last solution, which stays feasible: the primal simplex goes on from there.
    model.options.set({ output_flag: false, simplex_strategy: 4, presolve: 'off' })
    return use((weights) => {
      for (let place = 0; place < unknowns; place++) model.changeColCost(place, weights[place]!)
      model.run()
      const { optimal } = highs.constants.modelStatus
      // Rounding can lead one path astray; another, from the beginning, is likely not to be.
      if (model.getModelStatus() !== optimal) {
        model.clearSolver()
        model.run()
      }
      if (model.getModelStatus() !== optimal)
        throw new Error(`what was gathered fits no answers at all (status ${model.getModelStatus()})`)
      return Float64Array.from(model.getSolution().colValue)
    })
  } finally {
    model.dispose()
  }
}
