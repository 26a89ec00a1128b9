import type { PinnedAnswer, PublishedAnswers } from '../audit/pinned-answers.ts'
import { isUnanimous } from './answer-counts.ts'
import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { Group } from './group-system.ts'
import type { GroupingTables } from './question-tables.ts'
import { smallCombinations } from './small-combinations.ts'

/** Says which answers of withheld sets are known. */
export type Decide = (known: PublishedAnswers) => readonly PinnedAnswer[]

/** Respondents whose answers must not be known. */
export interface Secret {
  readonly atoms: readonly number[]
  /** The group they are; undefined of a combination that no table shows. */
  readonly group?: Group
}

/** Respondents whose answers are known all the same. */
export interface SecretFinding extends Omit<PinnedAnswer, 'withheld'> {
  readonly secret: Secret
}

/** More different respondents than these are not looked at in every combination. */
const mostAtoms = 500

/**
 * The respondents whose answers must not be known: groups that are small or unanimous, and fewer than k whom any
 * categories single out together. What is withheld to protect another has no secret of its own. Of background alone,
 * where the answer is the size, only the groups of the tables count.
 */
export function secretsOf(
  { system, rule, counts, answers, isKnown }: GroupingTables,
  reasons: GroupReasons,
): Secret[] {
  if (!answers.hasChoice) return []
  const isSecret = (group: Group) =>
    group.size > 0 &&
    reasonOf(reasons, group) !== undefined &&
    !isKnown(group) &&
    (group.size < rule.k || isUnanimous(group, counts))
  const groups = system.groups.filter(isSecret).map((group) => ({ atoms: group.atoms, group }))
  if (counts.length === 0 || system.sizes.length > mostAtoms) return groups
  const isOccupied = (atom: number) => system.sizes[atom]! > 0
  const known = new Set(groups.map(({ atoms }) => atoms.filter(isOccupied).join()))
  const others = smallCombinations(system, rule.k).filter((atoms) => !known.has(atoms.join()))
  return [...groups, ...others.map((atoms) => ({ atoms }))]
}

/** The secrets of which what is shown leaves one value of an answer's count, or one answer. */
export function findPinned(
  tables: GroupingTables,
  reasons: GroupReasons,
  decide: Decide,
  secrets: readonly Secret[],
): SecretFinding[] {
  if (secrets.length === 0) return []
  const { system, rule, counts, answers } = tables
  const { sizes, groups } = system
  // Whoever knows which atoms are empty knows more; but of background alone that is what must not be known.
  const atoms = [...sizes.keys()].filter((atom) => sizes[atom]! > 0 || counts.length === 0)
  const place = new Map(atoms.map((atom, index) => [atom, index]))
  const set = (own: readonly number[]) => own.flatMap((atom) => place.get(atom) ?? [])
  const shown = groups.filter((group) => reasonOf(reasons, group) === undefined).flatMap(({ parts }) => parts)
  const own = atoms.map((atom) => sizes[atom]!)
  const all = own.reduce((sum, size) => sum + size, 0)
  const found = decide({
    ...(counts.length === 0
      ? { sizes: own.map(() => all), answers: [own], exclusive: false }
      : {
          sizes: own,
          answers: counts.map((count) => atoms.map((atom) => count[atom]!)),
          exclusive: answers.exclusive,
        }),
    published: [...rule.always, ...shown].map(set),
    withheld: secrets.map((secret) => set(secret.atoms)),
  })
  return found.map((finding) => ({ ...finding, secret: secrets[finding.withheld]! }))
}
