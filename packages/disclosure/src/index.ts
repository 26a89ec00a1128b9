export { joinCrosstabs, joinMeans } from './join-waves.ts'
export { LOWEST_MINIMUM, planRelease } from './plan-release.ts'
export { protect } from './protect.ts'
export { protectMeans } from './protect-means.ts'
export type {
  AbsentFigure,
  CellFigure,
  MeanFigure,
  ProtectedCrosstab,
  ProtectedDimension,
  ProtectedMeans,
  Refusal,
  TableStatistics,
} from './protected.ts'
export type { DisclosurePolicy, ReleasePlan } from './release-plan.ts'
export { refuseShape } from './table-guard.ts'
export { allFigures, type WantedFigures } from './wanted-figures.ts'
