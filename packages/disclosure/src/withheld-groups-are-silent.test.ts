import { tabulate, tabulateMeans } from '@peo/tabulation'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { protect } from './protect.ts'
import { protectMeans } from './protect-means.ts'
import { type Family, familyKey, type ReleasePlan } from './release-plan.ts'
import { crosstabRequest, meansRequest } from './testing/ask.ts'
import { knowTables } from './testing/attacker.ts'
import { planOf, withheldKeys } from './testing/plan.ts'
import { type RandomWave, randomWave } from './testing/random-wave.ts'
import { numeric, smallWave, type TestAnswers, type TestVariable } from './testing/small-wave.ts'

/** Respondents of a wave, with a number and a weight that follow from their answer to ruimte. */
function dataOf(variables: readonly TestVariable[], respondents: readonly TestAnswers[]) {
  const value = ({ ruimte }: TestAnswers) => (ruimte === 'ja' ? 1 : ruimte === 'nee' ? 2 : 4)
  return smallWave(
    [...variables, numeric('cijfer')],
    respondents.map((answers) => ({ ...answers, cijfer: value(answers) })),
    respondents.map((answers) => value(answers) / 2),
  )
}

/** All that the tables of a family say, in any order of sides, filter and weighting. */
function allSaid(data: ReturnType<typeof dataOf>, plan: ReleasePlan, { question, by }: Family): string {
  const [first = '', ...others] = by
  const { categories = [], nets = [] } = data.variables.get(first) ?? {}
  const codes = [...categories, ...nets.map((net) => `net:${net.code}`)]
  const filters = codes.map((code) => ({ filter: [{ variable: first, code }] }))
  const narrowed = { shown: [{ variable: first, codes: codes.slice(1) }] }
  const crosstabs = {
    '': [
      { rows: first, columns: others },
      ...others.flatMap((rows) => filters.map((part) => ({ rows, ...part }))),
    ],
    ruimte: [
      { rows: question, columns: by },
      { rows: question, columns: by, ...narrowed },
      { rows: first, columns: [...others, question] },
      ...filters.map((part) => ({ rows: question, columns: others, ...part })),
      ...others.flatMap((rows) => filters.map((part) => ({ rows, columns: [question], ...part }))),
    ],
    cijfer: [],
  }[question]
  const means = [{ of: question, by }, ...filters.map((part) => ({ of: question, by: others, ...part }))]
  const said = [true, false].flatMap((weighted) => [
    ...(crosstabs ?? []).map((parts) =>
      protect(tabulate(data, crosstabRequest({ ...parts, weighted })), plan),
    ),
    ...(question === 'cijfer' ? means : []).map((parts) =>
      protectMeans(tabulateMeans(data, meansRequest({ ...parts, weighted })), plan),
    ),
  ])
  // The last digits hang on the order in which numbers are added up.
  return JSON.stringify(said, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  )
}

/** Changes of where people stand: one moves elsewhere, or two who answered alike change places on one variable. */
function* changes({ respondents, variables }: RandomWave, by: readonly string[]) {
  for (const one of respondents.slice(0, 4)) {
    for (const code of by) {
      const { categories } = variables.find((variable) => variable.code === code)!
      for (const category of categories.filter((candidate) => candidate !== one[code])) {
        yield new Map([[one, { ...one, [code]: category }]])
      }
      for (const other of respondents) {
        if (one.ruimte !== other.ruimte || !one[code] || !other[code] || one[code] === other[code]) continue
        yield new Map([
          [one, { ...one, [code]: other[code] }],
          [other, { ...other, [code]: one[code] }],
        ])
      }
    }
  }
}

/** How often each shown group of a family counts these respondents. */
function shownCounts(
  wave: RandomWave,
  respondents: Iterable<TestAnswers>,
  plan: ReleasePlan,
  family: Family,
) {
  const withheld = withheldKeys(plan, familyKey(family))
  const everyone = Array.from(respondents, (answers) => ({ ...answers, cijfer: 1 }))
  const { groups } = knowTables({ ...wave, respondents: everyone }, [family])
  return groups.flatMap(({ key, size }) => (withheld.includes(key) ? [] : [`${key}: ${size}`])).join()
}

it('no table changes when people move between groups that are withheld', () => {
  let moves = 0
  fc.assert(
    fc.property(randomWave, (wave) => {
      const data = dataOf(wave.variables, wave.respondents)
      const plan = planOf(data, { ...wave.policy, questions: ['ruimte', 'cijfer'] })
      const families = ['', 'ruimte', 'cijfer'].flatMap((question) =>
        wave.policy.breakdowns.map((by) => ({ question, by })),
      )
      for (const family of families) {
        const said = allSaid(data, plan, family)
        expect(said).not.toContain('refusal')
        for (const change of changes(wave, family.by)) {
          const before = shownCounts(wave, change.keys(), plan, family)
          if (before !== shownCounts(wave, change.values(), plan, family)) continue
          moves++
          const moved = wave.respondents.map((answers) => change.get(answers) ?? answers)
          expect(allSaid(dataOf(wave.variables, moved), plan, family)).toBe(said)
        }
      }
    }),
    { numRuns: 25 },
  )
  expect(moves).toBeGreaterThan(50)
})
