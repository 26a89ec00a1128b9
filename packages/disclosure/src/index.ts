export type {
  AnonymisationReport,
  BackgroundReport,
  LeftOut,
  LeftOutReason,
} from './anonymise/anonymisation-report.ts'
export { anonymise } from './anonymise/anonymise.ts'
export type { AnonymiseOptions } from './anonymise/anonymise-options.ts'
export type { AnonymousAnswers, AnonymousColumn } from './anonymise/anonymous-answers.ts'
export { type AnonymousAnswer, type AnonymousRow, anonymousRows } from './anonymise/anonymous-rows.ts'
export { openQuestions } from './anonymise/open-questions.ts'
export { safeClasses } from './anonymise/safe-classes.ts'
export { publishedGroups, shownGroups } from './anonymise/shown-groups.ts'
export { silentClasses } from './anonymise/silent-classes.ts'
export { loadSolver } from './audit/load-solver.ts'
export type { KnownSums, Maximise, Solver } from './audit/solver.ts'
export type { AuditFinding } from './audit-finding.ts'
export { auditPairs } from './audit-pairs.ts'
export { auditQuestions } from './audit-questions.ts'
export { auditRelease } from './audit-release.ts'
export type { Hierarchies, Level } from './hierarchy.ts'
export { joinCrosstabs, joinMeans } from './join-waves.ts'
export { asSeenBy, ownBesideRest, REST } from './own-beside-rest.ts'
export { pairParts } from './pairs/parts-of.ts'
export { LOWEST_MINIMUM, type Progress, planQuestions } from './plan-questions.ts'
export { planRelease } from './plan-release.ts'
export {
  byNumbersShown,
  type Choice,
  groupsWithheld,
  type OtherChoice,
  otherChoices,
  type WeighedChoice,
} from './preview/other-choices.ts'
export {
  type ReleaseCost,
  releaseCost,
  type Shape,
  type Visibility,
  type WithheldGroup,
} from './preview/release-cost.ts'
export { protect } from './protect.ts'
export { protectMeans } from './protect-means.ts'
export { protectPlanPairs } from './protect-plan-pairs.ts'
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
export type {
  DisclosurePolicy,
  Family,
  GroupKind,
  ReleasePlan,
  WithheldGroups,
  WithheldReason,
} from './release-plan.ts'
export { EVERYONE, familyKey, groupKey, usualOrder } from './release-plan.ts'
export { releasedFamilies } from './released-families.ts'
export { refuseShape } from './table-guard.ts'
export { type AuditShare, uniteAudits } from './unite-audits.ts'
export { unitePlans } from './unite-plans.ts'
export { allFigures, type WantedFigures } from './wanted-figures.ts'
