import { attackSystem } from './attack-system.ts'
import { solveFacts } from './attack-wave.ts'
import type { Fact } from './fact.ts'
import { classesOf, type FileRow, mayBe, type RowClass } from './file-row.ts'
import type { Finding } from './finding.ts'
import { smallGroups } from './groups.ts'
import { profilesOf, systemOf } from './linear-system.ts'
import { placeRowsTogether } from './place-rows-together.ts'
import { valueOn } from './respondent.ts'
import { isOf, type Side, sideName, sidesOf } from './side.ts'
import { basesOf, groupTargets } from './targets.ts'
import { countsOf, everybody, type TrueWave } from './true-wave.ts'

/** Stands for the class of a respondent's row, which everyone has and nobody else knows. */
const ROW_CLASS = 'class of rows'

/**
 * What the anonymised answers give away next to the tables, to who knows everybody's background: rows that fewer than
 * k respondents can be behind, and answers of small groups.
 */
export function* attackRows(
  truth: TrueWave,
  gathered: readonly Fact[],
  rows: readonly FileRow[],
): Generator<Finding> {
  const facts = solveFacts(truth, gathered)
  yield* placeRows(truth, facts, rows)
  yield* placeRowsTogether(truth, facts, rows)
  const questions = truth.codebook.variables.filter(({ background }) => !background)
  for (const question of questions.flatMap(sidesOf)) {
    yield* solveClasses(truth, facts, classesOf(rows), question)
  }
}

/**
 * Places rows by what tables say of each of their answers: nobody in this group gave it, or nobody outside. Whoever
 * is left may be behind the row.
 */
function* placeRows(truth: TrueWave, facts: readonly Fact[], rows: readonly FileRow[]): Generator<Finding> {
  const { wave, minimumGroupSize: k, variables } = truth.codebook
  const by = variables.filter(({ background }) => background).flatMap(sidesOf)
  const profiles = everybody(truth, by)
  const places = variables
    .filter(({ background }) => !background)
    .flatMap(sidesOf)
    .flatMap((question) => {
      const total = (answer: string) =>
        facts.find(
          ({ of, sum }) =>
            sum === 'respondents' && of[question.code] === answer && Object.keys(of).length === 1,
        )
      return facts.flatMap((fact) => {
        const answer = fact.of[question.code]
        if (answer === undefined || fact.sum !== 'respondents' || isOf(question, '', answer) === undefined)
          return []
        const members = profilesOf(fact, question, by, profiles, truth.weighting)
        if (members === undefined) return []
        const inside = new Set(members)
        const noneInside = fact.high === 0
        const allInside = fact.low === total(answer)?.high
        return noneInside || allInside
          ? [
              {
                question,
                answer,
                may: (p: number) => inside.has(p) === allInside && !(noneInside && inside.has(p)),
              },
            ]
          : []
      })
    })
  for (const [index, row] of rows.entries()) {
    const told = places.filter(({ question, answer }) => {
      const given = row.answers[question.code]
      if (given === undefined || given === null) return false
      return isOf(question, valueOn(question, { [question.code]: given }), answer)
    })
    const left = profiles.flatMap((profile, place) =>
      mayBe(row, by, profile) && told.every(({ may }) => may(place)) ? [profile] : [],
    )
    const base = left.reduce((sum, { size }) => sum + size!, 0)
    if (base >= k) continue
    const group = left.map(({ values }) => values.join('/')).join(' or ')
    yield {
      wave,
      knows: 'backgrounds',
      question: 'row',
      group,
      base,
      found: 'row',
      answer: String(index),
      value: base,
    }
  }
}

/** Solves tables and classes together: each class is a group whose answers are all shown, though not who is in it. */
function* solveClasses(
  truth: TrueWave,
  facts: readonly Fact[],
  classes: readonly RowClass[],
  question: Side,
): Generator<Finding> {
  const { codebook, weighting } = truth
  const { wave, minimumGroupSize: k, respondents } = codebook
  const by = codebook.variables.filter(({ background }) => background).flatMap(sidesOf)
  const people = everybody(truth, by)
  const files: Side = {
    code: ROW_CLASS,
    values: classes.map(({ name }) => name),
    nets: {},
    numeric: false,
    option: null,
    members: [],
    askedIf: null,
  }
  const together = people.flatMap((profile, person) =>
    classes
      .filter(({ rows }) => mayBe(rows[0]!, by, profile))
      .map(({ name }) => ({ person, profile: { values: [...profile.values, name], size: null } })),
  )
  const ofPerson = people.map((_, person) =>
    together.flatMap((each, place) => (each.person === person ? [place] : [])),
  )
  const known = [...facts, ...classes.flatMap((each) => classFacts(wave, each, question))]
  const profiles = together.map(({ profile }) => profile)
  const system = systemOf(known, question, [...by, files], { respondents, weighting, profiles })
  const width = question.values.length
  const sizes = people.map(({ size }, person) => ({
    places: ofPerson[person]!.flatMap((place) => question.values.map((_, answer) => place * width + answer)),
    low: size!,
    high: size!,
  }))
  const alone = systemOf([], question, by, { respondents, weighting, profiles: people })
  const counts = countsOf(truth, alone)
  // Which class a respondent's row is in is not known to the judge either: sums over all classes are all that counts.
  const spread = new Uint32Array(profiles.length * width)
  for (const [person, places] of ofPerson.entries()) {
    for (let answer = 0; answer < width; answer++)
      spread[places[0]! * width + answer] = counts[person * width + answer]!
  }
  const groups = smallGroups(by, people, basesOf(alone, counts), k).map((group) => ({
    ...group,
    profiles: group.profiles.flatMap((person) => ofPerson[person]!),
  }))
  const program = { ...system.program, rows: [...system.program.rows, ...sizes] }
  for (const { wanted: _, ...found } of attackSystem(program, groupTargets(system, groups, spread))) {
    yield { wave, knows: 'backgrounds', question: `${sideName(question)} and rows`, ...found }
  }
}

/** How many rows of a class gave each answer; those that are withheld may have given any. */
function classFacts(wave: string, { name, rows }: RowClass, question: Side): Fact[] {
  const shown = rows.flatMap(({ answers }) => {
    const answer = answers[question.code]
    if (answer === undefined) return []
    return [answer === null ? '' : valueOn(question, { [question.code]: answer })]
  })
  const withheld = rows.length - shown.length
  const values = question.values.filter((value) => value !== '')
  return [
    { wave, of: { [ROW_CLASS]: name }, sum: 'respondents', low: rows.length, high: rows.length },
    ...values.map((value): Fact => {
      const low = shown.filter((answer) => answer === value).length
      return {
        wave,
        of: { [ROW_CLASS]: name, [question.code]: value },
        sum: 'respondents',
        low,
        high: low + withheld,
      }
    }),
  ]
}
