import { loadSolver, type Solver } from '@peo/disclosure'

let solver: Promise<Solver> | undefined

/** The solver of linear programs of this thread: loading it compiles some megabytes, so all share one. */
export function sharedSolver(): Promise<Solver> {
  solver ??= loadSolver()
  return solver
}
