import type { AnswerProgram } from '../audit/answer-program.ts'
import { unchanging } from '../audit/find-changes.ts'
import type { KnownSum, KnownSums, Solver } from '../audit/solver.ts'
import type { Pattern } from '../plan/grouping.ts'
import type { Work } from './find-pair-pins.ts'
import { grouped } from './grouped.ts'
import { type PairSide, widthOf } from './pair-side.ts'
import type { PairCount } from './pair-targets.ts'
import type { BackgroundKinds, PairQuestion } from './pair-wave.ts'
import type { ShownAnswers } from './shown-classes.ts'

/** What is published of two questions and the background. */
export interface PublishedPair {
  readonly own: PairSide
  readonly other: PairSide
  readonly ofOwn: PairQuestion
  readonly ofOther: PairQuestion
  /** What tables of both show: unweighted ones, and of each sample class the weighted. */
  readonly tables: readonly {
    readonly rows: ShownAnswers
    readonly columns: ShownAnswers
    readonly bySample: boolean
  }[]
  readonly kinds: BackgroundKinds
  readonly patterns: readonly Pattern[]
}

/** Unknowns times sums of a program that takes about a thousandth of a second. */
const soMuchWork = 5000

/** What it takes to see how large a program would be, in the same unit. */
const tryWork = 4

/** Respondents of whom nothing that is published or asked tells some from others. */
interface Block {
  readonly kinds: number[]
  readonly counts: Int32Array
  size: number
}

/**
 * The counts that what is published keeps from differing by one, by linear programs of both questions at once; none
 * where that is more work than is left. Programs of two answers, all others being as they are, decide most at less cost.
 */
export function unchangingCounts(
  pair: PublishedPair,
  counts: readonly PairCount[],
  work: Work,
  solver: Solver,
): readonly PairCount[] {
  const every = Array.from({ length: widthOf(pair.own) }, (_, answer) => answer)
  if (every.length <= 3) return undecided(pair, counts, every, work, solver) ?? []
  const byAnswers = grouped(counts, (count) => twoAnswers(pair.own, count).join())
  const left = [...byAnswers.values()].flatMap(
    (some) => undecided(pair, some, twoAnswers(pair.own, some[0]!), work, solver) ?? some,
  )
  return left.length === 0 ? [] : (undecided(pair, left, every, work, solver) ?? [])
}

/** The most frequent answer that is counted, and the most frequent that is not. */
function twoAnswers({ answerOf, codes }: PairSide, { counted }: PairCount): number[] {
  const given = new Int32Array(codes.length + 1)
  for (const answer of answerOf) given[answer]!++
  return [1, 0].map((is) =>
    [...codes.keys()]
      .filter((answer) => counted[answer] === is)
      .reduce((a, b) => (given[b]! > given[a]! ? b : a)),
  )
}

/** The counts that a program of some answers to the first question leaves; undefined where it is too much work. */
function undecided(
  pair: PublishedPair,
  counts: readonly PairCount[],
  rows: readonly number[],
  work: Work,
  solver: Solver,
): readonly PairCount[] | undefined {
  work.left -= tryWork
  const { own, other, ofOwn } = pair
  const has = counts.map(({ secret }) => ofOwn.secrets[secret]!.has)
  const blocks = blocksOf(pair, [...new Set(has)], rows)
  const [width, otherWidth] = [widthOf(own), widthOf(other)]
  // No fewer sums than blocks: what is too much work is not even written down.
  if (blocks.length * blocks.length * rows.length * otherWidth > soMuchWork * work.left) return undefined
  const places = placesOf(pair, blocks, rows, width * otherWidth)
  const sums = programOf(pair, blocks, places)
  const needed = (sums.lower.length * sums.sums.length) / soMuchWork
  if (needed > work.left) return undefined
  work.left -= needed
  const placesIn = (block: number, counted: Uint8Array) =>
    rows.flatMap((row) => (counted[row] === 1 ? rowPlaces(places[block]!, row, otherWidth) : []))
  const program: AnswerProgram = {
    answers: [...counts.keys()],
    sums,
    termsOf: (index) => ({
      of: blocks.flatMap(({ kinds }, block) =>
        has[index]![kinds[0]!] === 1 ? placesIn(block, counts[index]!.counted) : [],
      ),
      sign: 1,
    }),
  }
  const questions = counts.map((count, answer) => ({
    count,
    counts: [{ answer, atoms: [], isZero: count.isZero }],
  }))
  return unchanging(program, questions, Number.POSITIVE_INFINITY, solver).map(({ count }) => count)
}

const rowPlaces = (cells: Int32Array, answer: number, width: number) =>
  [...cells.subarray(answer * width, (answer + 1) * width)].filter((place) => place !== -1)

function blocksOf(
  { own, other, ofOwn, ofOther, kinds, patterns }: PublishedPair,
  has: readonly Uint8Array[],
  rows: readonly number[],
): Block[] {
  const otherWidth = widthOf(other)
  const blocks = new Map<string, Block>()
  const blockOf = kinds.list.map(({ pattern, sample }, kind) => {
    const gates = [own, other].map(
      ({ routing }) => routing && patterns[pattern]!.answers.get(routing.variable)?.[0],
    )
    const key = [
      sample,
      ofOwn.classOf[kind],
      ofOther.classOf[kind],
      ...gates,
      ...has.map((set) => set[kind]),
    ].join()
    const block = blocks.get(key) ?? { kinds: [], counts: new Int32Array(widthOf(own) * otherWidth), size: 0 }
    blocks.set(key, block)
    block.kinds.push(kind)
    return block
  })
  for (const [who, kind] of kinds.kindOf.entries()) {
    if (!rows.includes(own.answerOf[who]!)) continue
    const block = blockOf[kind]!
    block.counts[own.answerOf[who]! * otherWidth + other.answerOf[who]!]!++
    block.size++
  }
  return [...blocks.values()].filter(({ size }) => size > 0)
}

/** By block and answers to both, the place of the unknown; -1 where the routing of the questions excludes it. */
function placesOf(
  pair: PublishedPair,
  blocks: readonly Block[],
  rows: readonly number[],
  cells: number,
): Int32Array[] {
  const { own, other, kinds, patterns } = pair
  let size = 0
  return blocks.map((block) => {
    const { answers } = patterns[kinds.list[block.kinds[0]!]!.pattern]!
    return Int32Array.from({ length: cells }, (_, cell) => {
      const [answer, otherAnswer] = [Math.floor(cell / widthOf(other)), cell % widthOf(other)]
      const isExcluded =
        block.counts[cell] === 0 &&
        (isUnasked(own, answer, other, otherAnswer, answers) ||
          isUnasked(other, otherAnswer, own, answer, answers))
      return isExcluded || !rows.includes(answer) ? -1 : size++
    })
  })
}

/** Whether somebody of a background who gave an answer to one question was not asked the other, but answered it. */
function isUnasked(
  asked: PairSide,
  answer: number,
  gate: PairSide,
  gateAnswer: number,
  answers: Pattern['answers'],
): boolean {
  const { routing } = asked
  if (routing === undefined || answer === widthOf(asked) - 1) return false
  const byBackground = answers.get(routing.variable)?.[0]
  if (byBackground !== undefined) return !routing.in.includes(byBackground)
  return (
    gate.question === routing.variable &&
    gate.option === undefined &&
    !routing.in.includes(gate.codes[gateAnswer] ?? '')
  )
}

function programOf(pair: PublishedPair, blocks: readonly Block[], places: readonly Int32Array[]): KnownSums {
  const start = blocks.flatMap(({ counts }, block) =>
    [...counts].filter((_, cell) => places[block]![cell] !== -1),
  )
  const upper = blocks.flatMap(({ size }, block) =>
    [...places[block]!].filter((place) => place !== -1).map(() => size),
  )
  const sums = publishedSums(pair, blocks, places).flatMap(({ of, times }) => {
    const is = of.reduce((sum, place, index) => sum + start[place]! * (times?.[index] ?? 1), 0)
    return of.length === 0 ? [] : [{ of, ...(times && { times }), least: is, most: is }]
  })
  return { lower: start.map(() => 0), upper, start, sums }
}

type PublishedSum = Pick<KnownSum, 'of' | 'times'>

function publishedSums(
  pair: PublishedPair,
  blocks: readonly Block[],
  places: readonly Int32Array[],
): PublishedSum[] {
  const { own, other, ofOwn, ofOther, tables, kinds } = pair
  const [width, otherWidth] = [widthOf(own), widthOf(other)]
  const of = (which: readonly number[], cells: readonly number[]) =>
    which.flatMap((block) =>
      cells.flatMap((cell) => (places[block]![cell] === -1 ? [] : [places[block]![cell]!])),
    )
  const all = [...blocks.keys()]
  const up = (count: number) => Array.from({ length: count }, (_, index) => index)
  const cellsOf = (rows: readonly number[], columns: readonly number[]) =>
    rows.flatMap((row) => columns.map((column) => row * otherWidth + column))
  const everyone = all.map((block) => ({ of: of([block], up(width * otherWidth)) }))
  const inSets = (sets: PairQuestion['setsOf'], answers: number, cells: (answer: number) => number[]) => {
    const holding = new Map<number, number[]>()
    for (const [block, { kinds: own }] of blocks.entries()) {
      for (const set of sets[own[0]!]!) holding.set(set, [...(holding.get(set) ?? []), block])
    }
    return [...holding.values()].flatMap((which) =>
      up(answers).map((answer) => ({ of: of(which, cells(answer)) })),
    )
  }
  const sampleOf = (block: number) => kinds.sampleOf[blocks[block]!.kinds[0]!]!
  const parts = (bySample: boolean) =>
    bySample
      ? [...new Set(all.map(sampleOf))].map((sample) => all.filter((block) => sampleOf(block) === sample))
      : [all]
  return [
    ...everyone,
    ...inSets(ofOwn.setsOf, width - 1, (answer) => cellsOf([answer], up(otherWidth))),
    ...inSets(ofOther.setsOf, otherWidth - 1, (answer) => cellsOf(up(width), [answer])),
    ...tables.flatMap(({ rows, columns, bySample }) =>
      parts(bySample).flatMap((which) => [
        ...rows.groups.flatMap((row) =>
          columns.groups.map((column) => ({ of: of(which, cellsOf(row, column)) })),
        ),
        ...(columns.haveMeans ? rows.groups : []).flatMap((row) =>
          meansOf(other, (column) => of(which, cellsOf(row, [column]))),
        ),
        ...(rows.haveMeans ? columns.groups : []).flatMap((column) =>
          meansOf(own, (row) => of(which, cellsOf([row], column))),
        ),
      ]),
    ),
  ]
}

/** What a group's mean, base and standard deviation tell: how many numbers there are, and the sums of them and of their squares. */
function meansOf({ codes }: PairSide, placesOf: (answer: number) => readonly number[]): PublishedSum[] {
  const numbers = codes.map(Number)
  const middle = (Math.min(...numbers) + Math.max(...numbers)) / 2
  const range = Math.max(...numbers) - middle || 1
  const each = numbers.flatMap((number, answer) =>
    placesOf(answer).map((place) => ({ place, number: (number - middle) / range })),
  )
  return [0, 1, 2].map((power) => ({
    of: each.map(({ place }) => place),
    times: each.map(({ number }) => number ** power),
  }))
}
