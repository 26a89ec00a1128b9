import { boundsOf } from './bounds.ts'
import type { Fact } from './fact.ts'
import { type FileRow, mayBe } from './file-row.ts'
import type { Finding } from './finding.ts'
import type { LinearProgram, Row } from './linear-program.ts'
import { type Profile, profilesOf } from './linear-system.ts'
import { valueOn } from './respondent.ts'
import { isOf, type Side, sidesOf } from './side.ts'
import { everybody, type TrueWave } from './true-wave.ts'

/** Rows that say the same. */
interface Kind {
  readonly row: FileRow
  readonly size: number
}

/** Groups looked at in one go. */
const together = 25

/**
 * Places rows by all that tables tell of all their answers at once, to who knows everybody's background: unknown is
 * how many rows of each kind are of each combination of categories. Found are rows of which as many are certain to be
 * of fewer than k respondents.
 */
export function* placeRowsTogether(
  truth: TrueWave,
  facts: readonly Fact[],
  rows: readonly FileRow[],
): Generator<Finding> {
  const { wave, minimumGroupSize: k, variables } = truth.codebook
  const by = variables.filter(({ background }) => background).flatMap(sidesOf)
  const questions = variables
    .filter(({ background, code }) => !background && rows.some(({ answers }) => code in answers))
    .flatMap(sidesOf)
  const profiles = everybody(truth, by)
  const kinds = kindsOf(rows)
  const places = numbered(kinds, by, profiles)
  const program = programOf(truth, facts, { by, profiles, questions, kinds, places })
  const wanted = kinds.flatMap(({ row }, kind) =>
    profiles.flatMap((profile, place) =>
      profile.size! < k && mayBe(row, by, profile) && isOfSomebody(truth, row, by, profile, questions)
        ? [{ kind, profile, places: [places[kind]![place]!] }]
        : [],
    ),
  )
  for (let start = 0; start < wanted.length; start += together) {
    const some = wanted.slice(start, start + together)
    const bounds = boundsOf(
      program,
      some.map(({ places }) => ({ places })),
    )
    for (const [index, { low, high }] of bounds.entries()) {
      const { kind, profile } = some[index]!
      if (low !== high || low === 0) continue
      const [group, base] = [profile.values.join('/'), profile.size!]
      yield {
        wave,
        knows: 'backgrounds',
        question: 'rows together',
        group,
        base,
        found: 'row',
        answer: String(kind),
        value: low,
      }
    }
  }
}

function kindsOf(rows: readonly FileRow[]): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const row of rows) {
    const key = JSON.stringify([
      Object.entries(row.background).sort(),
      row.weight,
      Object.entries(row.answers).sort(),
    ])
    kinds.set(key, { row, size: (kinds.get(key)?.size ?? 0) + 1 })
  }
  return [...kinds.values()]
}

interface Unknowns {
  readonly by: readonly Side[]
  readonly profiles: readonly Profile[]
  readonly questions: readonly Side[]
  readonly kinds: readonly Kind[]
  /** By kind and profile, the unknown; -1 where the background that rows say excludes it. */
  readonly places: readonly (readonly number[])[]
}

function programOf(
  truth: TrueWave,
  facts: readonly Fact[],
  { by, profiles, questions, kinds, places }: Unknowns,
): LinearProgram {
  const placesOf = (some: readonly number[], members: readonly number[]) =>
    some.flatMap((kind) => members.map((profile) => places[kind]![profile]!).filter((place) => place !== -1))
  const everyone = [...profiles.keys()]
  const all = [...kinds.keys()]
  const told = questions.flatMap((question) => {
    const values = kinds.map(({ row }) => said(question, row))
    return facts.flatMap((fact): Row[] => {
      const category = fact.of[question.code]
      if (category === undefined || fact.sum !== 'respondents') return []
      if (question.values.some((value) => isOf(question, value, category) === undefined)) return []
      const members = profilesOf(fact, question, by, profiles, truth.weighting)
      if (members === undefined) return []
      const certain = all.filter((kind) => {
        const value = values[kind]
        return value !== undefined && isOf(question, value, category)
      })
      const maybe = all.filter((kind) => values[kind] === undefined)
      const [least, most] = [placesOf(certain, members), placesOf([...certain, ...maybe], members)]
      if (maybe.length === 0) return [{ places: least, low: fact.low, high: fact.high }]
      return [
        { places: least, low: 0, high: fact.high },
        { places: most, low: fact.low, high: truth.codebook.respondents },
      ]
    })
  })
  const rows = [
    ...kinds.map(({ size }, kind) => ({ places: placesOf([kind], everyone), low: size, high: size })),
    ...profiles.map(({ size }, profile) => ({ places: placesOf(all, [profile]), low: size!, high: size! })),
    ...told.filter((row) => row.places.length > 0),
  ]
  return {
    unknowns: places.flat().filter((place) => place !== -1).length,
    rows: [...new Map(rows.map((row) => [`${row.places} ${row.low} ${row.high}`, row])).values()],
  }
}

/** Numbers the unknowns: how many rows of a kind are of a profile. */
function numbered(kinds: readonly Kind[], by: readonly Side[], profiles: readonly Profile[]): number[][] {
  let unknowns = 0
  return kinds.map(({ row }) => profiles.map((profile) => (mayBe(row, by, profile) ? unknowns++ : -1)))
}

/** What a row says on a side; undefined where it does not say. */
function said(question: Side, { answers }: FileRow): string | undefined {
  const answer = answers[question.code]
  if (answer === undefined) return undefined
  return answer === null ? '' : valueOn(question, { [question.code]: answer })
}

/** Whether somebody of a profile answered as a row says: whoever did not cannot be found out. */
function isOfSomebody(
  { respondents }: TrueWave,
  row: FileRow,
  by: readonly Side[],
  { values }: Profile,
  questions: readonly Side[],
): boolean {
  return respondents.some(
    (respondent) =>
      by.every((side, place) => valueOn(side, respondent) === values[place]) &&
      questions.every((question) => {
        const own = said(question, row)
        return own === undefined || own === valueOn(question, respondent)
      }),
  )
}
