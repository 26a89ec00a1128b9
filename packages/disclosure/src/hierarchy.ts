import type { Net } from '@peo/tabulation'

/** A coarser way to say a background variable: each category in exactly one group. */
export interface Level {
  readonly code: string
  readonly groups: readonly Net[]
}

/** The levels of background variables by code, each coarser than the one before; a variable may have none. */
export type Hierarchies = Readonly<Record<string, readonly Level[]>>
