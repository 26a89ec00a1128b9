import { REST } from '@peo/disclosure'
import type { AnswerLists } from '../codebook/answer-lists.ts'
import type { CodebookLevel } from '../codebook/codebook-format.ts'
import type { Viewer } from '../context.ts'
import { mayRead } from './may-read.ts'
import { restLabel } from './own-organisation.ts'

/** Whether organisations are answers to a variable. */
interface Asked {
  readonly partnerBoundary: boolean
}

const rest = { code: REST, labelNl: restLabel.nl, labelEn: restLabel.en }

/** The codes of answers that a viewer may know of: of organisations, the own one alone. */
export function knownCodes<Code extends string | null>(
  viewer: Viewer,
  asked: Asked | null,
  codes: readonly Code[],
): Code[] {
  if (!asked?.partnerBoundary || mayRead(viewer, 'STAFF')) return [...codes]
  return codes.filter((code) => code === viewer.organisation)
}

/** The answers that a viewer may know of: of organisations, the own one and all others together. */
export function knownLists(viewer: Viewer, { partnerBoundary }: Asked, lists: AnswerLists): AnswerLists {
  if (!partnerBoundary || mayRead(viewer, 'STAFF')) return lists
  const own = lists.categories.filter(({ code }) => code === viewer.organisation)
  return { categories: own.length === 0 ? [] : [...own, rest], nets: [] }
}

/** Levels without the organisations that a viewer may not know of. */
export function knownLevels(viewer: Viewer, asked: Asked, levels: readonly CodebookLevel[]): CodebookLevel[] {
  return levels.map((level) => ({
    ...level,
    categories: level.categories.map((group) => ({
      ...group,
      categories: knownCodes(viewer, asked, group.categories),
    })),
  }))
}
