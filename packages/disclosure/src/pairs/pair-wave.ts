import type { Solver } from '../audit/solver.ts'
import { isAlike } from '../plan/answer-counts.ts'
import { secretsOf } from '../plan/find-pinned.ts'
import { type GroupReasons, reasonOf } from '../plan/group-reasons.ts'
import type { Grouping } from '../plan/grouping.ts'
import { placeTable } from '../plan/place-table.ts'
import type { QuestionPlan } from '../plan/plan-question.ts'
import { plainTables } from '../plan/question-tables.ts'
import { plannedQuestion, type WaveGroupings } from '../plan/read-wave.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import type { PairSide } from './pair-side.ts'

/** Respondents of one background, and in weighted tables of one sample class. */
export interface BackgroundKinds {
  readonly kindOf: Int32Array
  readonly list: readonly { readonly pattern: number; readonly sample: number }[]
  /** By kind, the sample class. */
  readonly sampleOf: Int32Array
}

/** Respondents whose answers to a question must not be known. */
export interface PairSecret {
  /** By kind of background, 1 of those. */
  readonly has: Uint8Array
  /** The name of the group; undefined of a combination that no table shows. */
  readonly group: { readonly by: readonly string[]; readonly key: string } | undefined
}

/** What tables by background say of a question. */
export interface PairQuestion {
  readonly code: string
  readonly sides: readonly PairSide[]
  /** By kind of background, the sets of respondents that hold it of which the answers are counted. */
  readonly setsOf: readonly (readonly number[])[]
  /** The same sets, as kinds of background. */
  readonly published: readonly (readonly number[])[]
  /** By kind of background: equal where the sets are. */
  readonly classOf: Int32Array
  readonly secrets: readonly PairSecret[]
}

/** The kinds of background that occur. */
export function backgroundKinds({ background, classOf }: WaveGroupings, weighted: boolean): BackgroundKinds {
  const samples = weighted && classOf ? classOf.reduce((most, own) => Math.max(most, own), 0) + 1 : 1
  const { placeOf } = placeTable(background.patterns.length * samples)
  const list: { pattern: number; sample: number }[] = []
  const kindOf = background.patternOf.map((pattern, who) => {
    const sample = samples === 1 ? 0 : classOf![who]!
    const kind = placeOf(pattern * samples + sample)
    if (kind === list.length) list.push({ pattern, sample })
    return kind
  })
  return { kindOf, list, sampleOf: Int32Array.from(list, ({ sample }) => sample) }
}

/** Reads what tables by background say of a question where these groups are withheld. */
export function pairQuestion(
  wave: WaveGroupings,
  kinds: BackgroundKinds,
  sides: readonly PairSide[],
  code: string,
  plan: QuestionPlan,
  weighted: boolean,
  policy: DisclosurePolicy,
  solver: Solver,
): PairQuestion {
  const planned = plannedQuestion(wave, code)
  const { answered } = planned.answers
  const size = answered.reduce((sum, one) => sum + one, 0)
  const isTotalKnown = size >= policy.minimumGroupSize && !isAlike(planned.answers)
  const sets = publishedSets(wave.background, plan, weighted, isTotalKnown)
  const setsOf = kinds.list.map(({ pattern, sample }) => sets(pattern, sample))
  const ids = new Map<string, number>()
  const classOf = Int32Array.from(setsOf, (own, kind) => {
    // Weighted tables count by sample class even where they do not name it.
    const key = `${kinds.list[kind]!.sample};${own.join()}`
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  })
  const tables = plainTables(planned, policy, solver).by(wave.background)
  const patternOfAtom = new Int32Array(tables.system.sizes.length).fill(-1)
  for (const [who, atom] of tables.system.atomOf.entries()) {
    if (atom !== -1) patternOfAtom[atom] = wave.background.patternOf[who]!
  }
  const secrets = secretsOf(tables, plan.plain).map(({ atoms, group }): PairSecret => {
    const patterns =
      group === undefined
        ? new Set(atoms.map((atom) => patternOfAtom[atom]!))
        : patternsOf(wave.background, group.names[0]!.path)
    return {
      has: Uint8Array.from(kinds.list, ({ pattern }) => Number(patterns.has(pattern))),
      group: group?.names[0],
    }
  })
  return { code, sides, setsOf, published: kindsBySet(setsOf), classOf, secrets }
}

function publishedSets(
  { groups, patterns }: Grouping,
  { plain, weighted: ofWeighted }: QuestionPlan,
  weighted: boolean,
  isTotalKnown: boolean,
) {
  const isShown = (reasons: GroupReasons) => groups.map((group) => reasonOf(reasons, group) === undefined)
  // Of all together, unweighted, other tables tell.
  const shown = isShown(plain).map((own, place) => own || (place === 0 && isTotalKnown))
  const shownWeighted = weighted ? isShown(ofWeighted) : groups.map(() => false)
  return (pattern: number, sample: number) => {
    const own = [...patterns[pattern]!.groups].sort((a, b) => a - b)
    return [
      ...own.filter((place) => shown[place]),
      ...own.flatMap((place) => (shownWeighted[place] ? [place + (sample + 1) * groups.length] : [])),
    ]
  }
}

function kindsBySet(setsOf: PairQuestion['setsOf']): number[][] {
  const sets = new Map<number, number[]>()
  for (const [kind, places] of setsOf.entries()) {
    for (const place of places) {
      const own = sets.get(place)
      if (own === undefined) sets.set(place, [kind])
      else own.push(kind)
    }
  }
  return [...sets.values()]
}

function patternsOf({ groups, patterns }: Grouping, path: string): Set<number> {
  const place = groups.findIndex(({ names }) => names[0]!.path === path)
  return new Set([...patterns.keys()].filter((pattern) => patterns[pattern]!.groups.includes(place)))
}

/** By kind of background, a bit for each answer that somebody gave, and how many they are. */
export function givenBits({ answerOf }: PairSide, { kindOf, list }: BackgroundKinds) {
  const given = new Int32Array(list.length)
  const sizes = Array<number>(list.length).fill(0)
  for (let who = 0; who < kindOf.length; who++) {
    given[kindOf[who]!]! |= 1 << answerOf[who]!
    sizes[kindOf[who]!]!++
  }
  return { given, sizes }
}
