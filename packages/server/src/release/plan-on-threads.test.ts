import { auditRelease, planRelease } from '@peo/disclosure'
import { afterAll, expect, test } from 'vitest'
import { disclosureWave } from '../../../../benchmarks/disclosure-wave.ts'
import { auditOnThreads, costOnThread, planOnThreads } from './plan-on-threads.ts'
import { sharedSolver } from './shared-solver.ts'
import { endThreads } from './worker-threads.ts'

afterAll(endThreads)

const solver = await sharedSolver()
const { data, policy } = disclosureWave({ respondents: 120, questions: 6, weighted: true })

test('threads make the plan that one call makes, find what one audit finds, and count to the last question', async () => {
  const told: (readonly [number, number])[] = []
  const progress = (...far: readonly [number, number]) => told.push(far)
  const plan = await planOnThreads(data, policy, progress)
  expect(JSON.stringify(plan)).toBe(JSON.stringify(planRelease(data, policy, solver)))
  expect(told.at(-1)).toEqual([6, 6])
  const families = Object.keys(plan.withheld).map((family) => [family, {}])
  const weakened = { ...plan, withheld: Object.fromEntries(families) }
  const findings = await auditOnThreads(data, weakened, progress)
  expect(findings.length).toBeGreaterThan(50)
  expect(findings).toEqual(auditRelease(data, weakened, solver))
  expect(told.at(-1)).toEqual([6, 6])
  expect((await costOnThread(data, plan)).total.numbersWithheld).toBeGreaterThan(0)
})

test('what is thrown on a thread is thrown', async () => {
  const wrong = { ...policy, minimumGroupSize: 4 }
  await expect(planOnThreads(data, wrong)).rejects.toThrow(new RangeError('minimum group size 4 is below 5'))
})
