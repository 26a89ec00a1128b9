import highsLoader from 'highs'
import type { Solver } from './solver.ts'

// The package types its module as CommonJS, whose default export holds the loader; as loaded, it is the loader.
const loadHighs = highsLoader as unknown as typeof highsLoader.default

/** Loads HiGHS (https://highs.dev), compiled to WebAssembly. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return ({ upper, sums }, use) => {
    const columns = upper.length
    const known = Float64Array.from(sums, ({ is }) => is)
    const places = sums.flatMap(({ of }) => of)
    const starts = new Int32Array(sums.length + 1)
    for (const [row, { of }] of sums.entries()) starts[row + 1] = starts[row]! + of.length
    const model = highs.createModel({
      numCols: columns,
      numRows: sums.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from(upper),
      rowLower: known,
      rowUpper: known,
      matrix: {
        format: 'csr',
        numCols: columns,
        numRows: sums.length,
        starts,
        indices: Int32Array.from(places),
        values: new Float64Array(places.length).fill(1),
      },
    })
    try {
      model.options.set({ output_flag: false })
      return use((weights) => {
        for (let column = 0; column < columns; column++) model.changeColCost(column, weights[column]!)
        model.run()
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
          throw new Error(`a linear program that has a solution ended as ${model.getModelStatus()}`)
        return Float64Array.from(model.getSolution().colValue)
      })
    } finally {
      model.dispose()
    }
  }
}
