import { NOT_ASKED, type WaveData } from '@peo/tabulation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditQuestions } from './audit-questions.ts'
import { planQuestions } from './plan-questions.ts'
import { solver } from './testing/plan.ts'
import { randomWave } from './testing/random-wave.ts'
import { numeric, people, single, smallWave } from './testing/small-wave.ts'
import { uniteAudits } from './unite-audits.ts'
import { unitePlans } from './unite-plans.ts'

const questions = ['ruimte', 'regels', 'waarom', 'cijfer'] as const

/** A wave with a question that answers to another lead to, and one of numbers; perhaps weighted. */
const wave = fc
  .tuple(randomWave, fc.boolean(), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }))
  .map(([{ variables, policy, respondents }, weighted, numbers]) => {
    const rows = respondents.map((answers, row) => ({
      ...answers,
      ...(answers.ruimte === 'ja' && { waarom: numbers[row]! % 3 === 0 ? 'x' : 'y' }),
      cijfer: numbers[row]!,
    }))
    const weights = respondents.map(({ side0 }) => (side0 === 'a' ? 0.5 : 1.25))
    const made = smallWave(
      [...variables, single('waarom', ['x', 'y']), numeric('cijfer')],
      rows,
      weighted ? weights : undefined,
    )
    return { data: routed(made, 'ruimte'), policy: { ...policy, questions } }
  })

/** Puts waarom only to those who said ja. */
function routed(data: WaveData, gate: string): WaveData {
  const asked = data.columns.get(gate)
  const why = data.columns.get('waarom')
  if (asked?.kind !== 'single' || why?.kind !== 'single') throw new Error('no such questions')
  const codes = why.codes.map((code, row) => (asked.codes[row] === 0 ? code : NOT_ASKED))
  const variable = { ...data.variables.get('waarom')!, askedIf: { variable: gate, in: ['ja'] } }
  return {
    ...data,
    variables: new Map([...data.variables, ['waarom', variable]]),
    columns: new Map([...data.columns, ['waarom', { kind: 'single', codes }]]),
  }
}

/** The questions in any order, each in one of three shares. */
const division = fc
  .tuple(
    fc.shuffledSubarray([...questions], { minLength: questions.length }),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: questions.length, maxLength: questions.length }),
  )
  .map(([order, shares]) =>
    [0, 1, 2]
      .map((share) => order.filter((_, place) => shares[place] === share))
      .filter((share) => share.length > 0),
  )

test('plans of shares of the questions, however divided, are together the plan of all, to the byte', () => {
  fc.assert(
    fc.property(wave, division, ({ data, policy }, shares) => {
      const plans = shares.map((share) => planQuestions(data, policy, solver, undefined, share))
      expect(JSON.stringify(unitePlans(plans))).toBe(JSON.stringify(planQuestions(data, policy, solver)))
    }),
    { numRuns: 60 },
  )
})

test('audits of shares of the questions find together what one audit finds', () => {
  let found = 0
  fc.assert(
    fc.property(wave, division, ({ data, policy }, shares) => {
      const plan = planQuestions(data, policy, solver)
      const nothing = Object.fromEntries(Object.keys(plan.withheld).map((family) => [family, {}]))
      const weakened = { ...plan, withheld: nothing, withheldWeighted: nothing }
      const audits = [[''], ...shares].map((share) => ({
        questions: share,
        findings: auditQuestions(data, weakened, solver, undefined, share),
      }))
      const whole = auditQuestions(data, weakened, solver)
      expect(uniteAudits(weakened, audits.toReversed())).toEqual(whole)
      found += whole.length
    }),
    { numRuns: 40 },
  )
  expect(found).toBeGreaterThan(100)
})

const data = smallWave(
  [single('sector', ['a', 'b']), single('ruimte', ['ja', 'nee']), single('druk', ['ja', 'nee'])],
  [
    ...people(10, { sector: 'a', ruimte: 'ja', druk: 'nee' }),
    ...people(10, { sector: 'b', ruimte: 'nee', druk: 'ja' }),
  ],
)
const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte', 'druk'],
  breakdowns: [['sector']],
}
const share = (...codes: string[]) => planQuestions(data, policy, solver, undefined, codes)

test('a share releases its own questions only', () => {
  const keys = Object.keys(share('druk').withheld)
  expect(keys).toEqual(['|sector', 'druk|', 'druk|sector', 'druk|ruimte'])
})

test('a question that no share has, and shares that do not belong together', () => {
  expect(() => unitePlans([share('druk')])).toThrow('no plan has the tables ruimte|')
  expect(() => unitePlans([])).toThrow('there are no plans to unite')
  const other = planQuestions(data, { ...policy, minimumGroupSize: 6 }, solver, undefined, ['ruimte'])
  expect(() => unitePlans([share('druk'), other])).toThrow(
    'plans of different waves or policies are not united',
  )
  const audits = [{ questions: ['', 'druk'], findings: [] }]
  expect(() => uniteAudits(policy, audits)).toThrow('no audit looked at the tables of "ruimte"')
})

test('what any share withholds is withheld', () => {
  const [one, other] = [share('ruimte'), share('druk')]
  const more = { ...other, withheld: { ...other.withheld, '|sector': { a: 'PROTECTS_ANOTHER' as const } } }
  expect(unitePlans([one, more]).withheld['|sector']).toEqual({ a: 'PROTECTS_ANOTHER' })
})
