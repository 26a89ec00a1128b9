import fc from 'fast-check'
import highsLoader from 'highs'
import { expect, it } from 'vitest'
import { auditRelease } from '../audit-release.ts'
import { familyKey, type ReleasePlan } from '../release-plan.ts'
import { planOf, solver } from '../testing/plan.ts'
import { single, smallWave, type TestAnswers } from '../testing/small-wave.ts'

const highs = await (highsLoader as unknown as typeof highsLoader.default)()

const sectors = ['a', 'b', 'c', 'd']
const areas = ['x', 'y']
const answers = { een: ['p', 'q', 'r'], twee: ['s', 't', 'u'] } as const
type Question = keyof typeof answers

const variables = [
  single('sector', sectors),
  single('area', areas),
  single('een', answers.een),
  single('twee', answers.twee),
]
const policy = {
  minimumGroupSize: 5,
  background: ['sector', 'area'],
  questions: ['een', 'twee'],
  breakdowns: [['sector'], ['area'], ['sector', 'area']],
}

/** The audit of tables by the other question finds groups of these names. */
const answersGiven = new Set<string>(Object.values(answers).flat())

/** Waves in which the one answer follows from the other for most, so that a table of both tells much. */
const tiedWave = fc
  .array(
    fc.record({
      sector: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'),
      area: fc.constantFrom(...areas),
      een: fc.constantFrom('p', 'p', 'p', 'q', 'r'),
      tie: fc.nat(11),
      none: fc.nat(30),
    }),
    { minLength: 25, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ tie, none, een, ...row }): TestAnswers => {
      const twee = tie === 0 ? 's' : een === 'p' ? 's' : een === 'q' ? 's' : 't'
      return { ...row, ...(none !== 0 && { een }), ...(none !== 1 && { twee }) }
    }),
  )

it('finds what one program of everything finds in plans that were made for each question alone', () => {
  let found = 0
  fc.assert(
    fc.property(tiedWave, (rows) => {
      const wave = smallWave(variables, rows)
      const plan = planOf(wave, policy)
      expect(told(rows, plan)).toEqual([])
      expect(auditRelease(wave, plan, solver)).toEqual([])
      const open = shownOfPairs(plan)
      const pairs = auditRelease(wave, open, solver).filter(({ family }) =>
        /een\|twee|twee\|een/.test(family),
      )
      const pinned = new Set(
        pairs.flatMap(({ family, group, problem, answer }) =>
          problem === 'PINNED' && group !== null && !answersGiven.has(group)
            ? [`${family.split('|')[0]} ${group} ${answer}`]
            : [],
        ),
      )
      const expected = told(rows, open)
      found += expected.length
      expect([...pinned].sort()).toEqual(expected.sort())
    }),
    { numRuns: 25, seed: 20_260_101, endOnFailure: true },
  )
  expect(found).toBeGreaterThan(0)
})

/** The same plan with all answers shown, in the table of both, but for those of fewer than five. */
function shownOfPairs(plan: ReleasePlan): ReleasePlan {
  const own = (groups: ReleasePlan['withheld'][string]) =>
    Object.fromEntries(Object.entries(groups).filter(([, reason]) => reason !== 'PROTECTS_ANOTHER'))
  const families = {
    'een|twee': own(plan.withheld['een|twee']!),
    'twee|een': own(plan.withheld['twee|een']!),
  }
  return {
    ...plan,
    withheld: { ...plan.withheld, ...families },
    withheldWeighted: { ...plan.withheldWeighted, ...families },
  }
}

const at = (row: TestAnswers, code: string) => (row[code] === undefined ? '-' : String(row[code]))
const fits = (value: string, key: string) => (key === '*' ? value !== '-' : value === key)

/** Counts of small and unanimous groups that have one value, each by whole programs of its own. */
function told(rows: readonly TestAnswers[], plan: ReleasePlan): string[] {
  const kinds = sectors.flatMap((sector) => areas.map((area) => [sector, area] as const))
  const cells = kinds.flatMap((kind) =>
    [...answers.een, '-'].flatMap((een) => [...answers.twee, '-'].map((twee) => ({ kind, een, twee }))),
  )
  type Cell = (typeof cells)[number]
  const truth = (test: (cell: Cell) => boolean) =>
    rows.filter((row) =>
      test({
        kind: [at(row, 'sector'), at(row, 'area')] as unknown as Cell['kind'],
        een: at(row, 'een'),
        twee: at(row, 'twee'),
      }),
    ).length
  const sum = (test: (cell: Cell) => boolean) =>
    cells.flatMap((cell, index) => (test(cell) ? [`x${index}`] : [])).join(' + ')
  const groups = policy.breakdowns.flatMap((by) =>
    by
      .reduce<string[][]>(
        (keys, code) =>
          keys.flatMap((key) => [...(code === 'sector' ? sectors : areas), '*'].map((one) => [...key, one])),
        [[]],
      )
      .map((key) => ({
        by,
        key: key.join('/'),
        has: ({ kind }: Cell) =>
          by.every((code, place) => fits(kind[code === 'sector' ? 0 : 1], key[place]!)),
      })),
  )
  const isShown = (question: string, by: readonly string[], key: string) =>
    plan.withheld[familyKey({ question, by })]?.[key] === undefined
  const known: ((cell: Cell) => boolean)[] = kinds.map(
    (kind) => (cell: Cell) => cell.kind.join() === kind.join(),
  )
  for (const question of ['een', 'twee'] as const) {
    const given = answers[question].map((answer) => truth((cell) => cell[question] === answer))
    const size = given.reduce((all, count) => all + count, 0)
    // As if it followed from many tables.
    const isTotalKnown = size >= 5 && !given.includes(size)
    for (const answer of answers[question]) {
      if (isTotalKnown) known.push((cell) => cell[question] === answer)
      for (const { by, key, has } of groups)
        if (isShown(question, by, key)) known.push((cell) => has(cell) && cell[question] === answer)
    }
  }
  for (const een of [...answers.een, '*']) {
    for (const twee of [...answers.twee, '*']) {
      if (isShown('een', ['twee'], twee) && isShown('twee', ['een'], een))
        known.push((cell) => fits(cell.een, een) && fits(cell.twee, twee))
    }
  }
  const rowsOf = known.flatMap((test) => (sum(test) === '' ? [] : [`${sum(test)} = ${truth(test)}`]))
  const extreme = (way: string, of: string) => {
    const text = [way, of, 'Subject To', ...rowsOf, 'End'].join('\n')
    const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false })
    expect(Status).toBe('Optimal')
    return ObjectiveValue
  }
  const findings = new Set<string>()
  for (const question of ['een', 'twee'] as Question[]) {
    for (const { by, key, has } of groups) {
      const counts = answers[question].map((answer) =>
        truth((cell) => has(cell) && cell[question] === answer),
      )
      const size = counts.reduce((all, count) => all + count, 0)
      const isSecret = size > 0 && (size < 5 || counts.includes(size))
      if (!isSecret || isShown(question, by, key)) continue
      for (const [place, answer] of answers[question].entries()) {
        if (counts[place] === 0) continue
        const of = sum((cell) => has(cell) && cell[question] === answer)
        const isPinned =
          extreme('Maximize', of) < counts[place]! + 1 - 1e-6 &&
          extreme('Minimize', of) > counts[place]! - 1 + 1e-6
        const other = question === 'een' ? 'twee' : 'een'
        if (isPinned) findings.add(`${question}|${other} ${key} ${answer}`.replace(`|${other}`, ''))
      }
    }
  }
  return [...findings]
}
