import { boundsOf, type Wanted } from './bounds.ts'
import type { Finding } from './finding.ts'
import type { LinearProgram } from './linear-program.ts'

/** Something of a group that must not be found out, with its true value; only what is true can be found. */
export interface Target extends Omit<Finding, 'wave' | 'knows' | 'question'> {
  /** The sum that would tell it; of `one answer`, how many gave another. */
  readonly wanted: Wanted
}

/**
 * The targets that have one solution, by linear programs whose bounds are rounded to whole numbers.
 *
 * @throws Error when a solution is not the truth: then the attacker's own arithmetic is wrong
 */
export function attackSystem(program: LinearProgram, targets: readonly Target[]): Target[] {
  const bounds = boundsOf(
    program,
    targets.map(({ wanted }) => wanted),
  )
  return targets.filter(({ found, group, answer, value }, index) => {
    const { low, high } = bounds[index]!
    const truth = found === 'one answer' ? 0 : value
    if (low > truth || high < truth) {
      if (low > high || low === high)
        throw new Error(`${group}: ${found} ${answer} is ${truth}, and was solved as ${low} to ${high}`)
    }
    return low === high
  })
}
