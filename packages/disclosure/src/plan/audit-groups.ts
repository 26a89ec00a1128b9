import {
  type PinnedAnswer,
  type PublishedAnswers,
  pinnedAnswers,
  plainlyPinned,
} from '../audit/pinned-answers.ts'
import { EVERYONE } from '../release-plan.ts'
import { isUnanimous } from './answer-counts.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Group } from './group-system.ts'
import type { GroupingTables } from './question-tables.ts'
import { byImportance } from './withhold-groups.ts'

/** Says which answers of withheld sets are known. */
export type FindPinned = (known: PublishedAnswers) => readonly PinnedAnswer[]

/** A withheld group whose answers are known all the same. */
export interface GroupFinding extends Omit<PinnedAnswer, 'withheld'> {
  readonly group: Group
}

/** Rounds in which one more group is withheld for each that is known; later, all that share a category with it. */
const carefulRounds = 2

/** Withholds more until no answer of a withheld group can be computed: the least important beside each such group. */
export function auditGroups(tables: GroupingTables, before: GroupReasons): GroupReasons {
  const plain = withholdBeside(tables, before, plainlyPinned)
  return withholdBeside(tables, plain, (known) => pinnedAnswers(known, tables.solver))
}

function withholdBeside(tables: GroupingTables, before: GroupReasons, pinned: FindPinned): GroupReasons {
  const ranked = tables.system.groups
    .filter((group) => group.size > 0)
    .sort(byImportance(tables.rule.order))
    .reverse()
  let reasons = before
  // What is not known when less is withheld is not known when more is.
  let suspects: ReadonlySet<Group> = new Set(ranked)
  for (let round = 0; ; round++) {
    const found = findPinned(tables, reasons, pinned, suspects)
    suspects = new Set(found.map(({ group }) => group))
    const shown = ranked.filter((group) => reasonOf(reasons, group) === undefined)
    const next = new Set(
      found.flatMap(({ group }) => {
        const related = mostRelated(group, shown)
        return round < carefulRounds ? related.slice(0, 1) : related
      }),
    )
    if (next.size === 0) return reasons
    reasons = withReason(reasons, [...next], 'PROTECTS_ANOTHER')
  }
}

/** Those that share a category with a group in its tables; else one of its tables; else one with members of it. */
function mostRelated({ names, atoms }: Group, shown: readonly Group[]): readonly Group[] {
  const isBeside = (group: Group, isLike: (key: string, other: string) => boolean) =>
    group.names.some(({ by, key }) =>
      names.some((name) => name.by.join('/') === by.join('/') && isLike(key, name.key)),
    )
  const alike = shown.filter((group) => isBeside(group, shareCategory))
  if (alike.length > 0) return alike
  const beside = shown.filter((group) => isBeside(group, () => true))
  const overlapping = () => shown.filter((group) => group.atoms.some((atom) => atoms.includes(atom)))
  return (beside.length > 0 ? beside : overlapping()).slice(0, 1)
}

/** Whether two keys of the same tables name a category alike. */
function shareCategory(key: string, other: string): boolean {
  const codes = other.split('/')
  return key.split('/').some((code, place) => code !== EVERYONE && code === codes[place])
}

/** The withheld ones of some groups of which what is shown leaves one value of an answer's count, or one answer. */
export function findPinned(
  tables: GroupingTables,
  reasons: GroupReasons,
  pinned: FindPinned,
  suspects: ReadonlySet<Group> = new Set(tables.system.groups),
): GroupFinding[] {
  const { system, rule, counts, answers } = tables
  const { sizes, groups } = system
  // Whoever knows which atoms are empty knows more; but of background alone that is what must not be known.
  const atoms = [...sizes.keys()].filter((atom) => sizes[atom]! > 0 || counts.length === 0)
  const place = new Map(atoms.map((atom, index) => [atom, index]))
  const set = (own: readonly number[]) => own.flatMap((atom) => place.get(atom) ?? [])
  const secret = groups.filter(
    (group) => group.size > 0 && suspects.has(group) && isSecret(group, tables, reasons),
  )
  if (secret.length === 0) return []
  const shown = groups.filter((group) => reasonOf(reasons, group) === undefined).flatMap(({ parts }) => parts)
  const own = atoms.map((atom) => sizes[atom]!)
  const all = own.reduce((sum, size) => sum + size, 0)
  const found = pinned({
    ...(counts.length === 0
      ? { sizes: own.map(() => all), answers: [own], exclusive: false }
      : {
          sizes: own,
          answers: counts.map((count) => atoms.map((atom) => count[atom]!)),
          exclusive: answers.exclusive,
        }),
    published: [...rule.always, ...shown].map(set),
    withheld: secret.map((group) => set(group.atoms)),
  })
  return found.map((finding) => ({ ...finding, group: secret[finding.withheld]! }))
}

/** Whether a group's answers must not be known: nothing of one that is withheld to protect another is secret by itself. */
function isSecret(group: Group, { rule, counts, isKnown }: GroupingTables, reasons: GroupReasons): boolean {
  if (reasonOf(reasons, group) === undefined || isKnown(group)) return false
  return group.size < rule.k || isUnanimous(group, counts)
}
