import { NO_ANSWER, NOT_ASKED, type VariableCodes } from '@peo/tabulation'
import type { Level } from '../hierarchy.ts'
import { WITHHELD_ANSWER } from './anonymous-answers.ts'

/** A way to say a background variable, by category code number. */
export interface BackgroundLevel {
  readonly detail: 'AS_ANSWERED' | 'LEVEL' | 'NOT_SAID'
  /** Code of the codebook's level. */
  readonly level: string | null
  /** Codes of what may be said. */
  readonly groups: readonly string[]
  /** By number of the category, `NO_ANSWER` or `NOT_ASKED`: the number of its group, or that itself. */
  readonly groupOf: Uint8Array
  /** By number of the category, what is lost by saying its group instead: 0 nothing, 1 everything. */
  readonly penalty: Float64Array
}

/**
 * The ways to say a background variable, fine to coarse: as answered, at each of its levels, not at all. Of a boundary
 * no category is said by itself: no level that names a single one.
 *
 * The loss of a group is the share of the categories that it unites, 0 when it is one of them. Source: the normalised
 * certainty penalty of Xu, Wang, Pei, Wang, Shi and Fu, Utility-based anonymization using local recoding, KDD 2006.
 */
export function backgroundLevels(
  { categories }: VariableCodes,
  levels: readonly Level[],
  isBoundary = false,
): BackgroundLevel[] {
  const level = (detail: 'AS_ANSWERED' | 'LEVEL', code: string | null, groups: Level['groups']) => {
    const groupOf = new Uint8Array(256).fill(WITHHELD_ANSWER)
    const penalty = new Float64Array(256)
    groupOf[NO_ANSWER] = NO_ANSWER
    groupOf[NOT_ASKED] = NOT_ASKED
    for (const [index, group] of groups.entries()) {
      for (const category of group.categories) {
        const place = categories.indexOf(category)
        groupOf[place] = index
        penalty[place] = group.categories.length > 1 ? group.categories.length / categories.length : 0
      }
    }
    return { detail, level: code, groups: groups.map((group) => group.code), groupOf, penalty }
  }
  const asAnswered = categories.map((code) => ({ code, categories: [code] }))
  const namesOne = ({ groups }: Level) => groups.some((group) => group.categories.length === 1)
  return [
    ...(isBoundary ? [] : [level('AS_ANSWERED', null, asAnswered)]),
    ...levels
      .filter((one) => !isBoundary || !namesOne(one))
      .map(({ code, groups }) => level('LEVEL', code, groups)),
    {
      detail: 'NOT_SAID',
      level: null,
      groups: [],
      groupOf: new Uint8Array(256).fill(WITHHELD_ANSWER),
      penalty: new Float64Array(256).fill(1),
    },
  ]
}
