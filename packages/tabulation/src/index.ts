export * from './column.ts'
export { type CubeShape, cubeIndex } from './cube.ts'
export { type DimensionRole, dimensionOf, type TableDimension } from './dimension.ts'
export type { Distribution } from './distribution.ts'
export type { Moments } from './moments.ts'
export type { Unprotected } from './raw.ts'
export {
  type DesignColumns,
  type SampleDesign,
  type SampledUnits,
  type Stratum,
  sampleDesign,
  unitOf,
} from './sample-design.ts'
export { type SlotReader, slotReader } from './slots.ts'
export { clopperPearson } from './statistics/clopper-pearson.ts'
export { compareColumns } from './statistics/compare-columns.ts'
export type { ValueDescription } from './statistics/describe-values.ts'
export { designEffect, effectiveBase } from './statistics/effective-base.ts'
export type { Interval } from './statistics/interval.ts'
export { kornGraubard } from './statistics/korn-graubard.ts'
export { cramersV, type IndependenceTest, pearsonTest } from './statistics/pearson.ts'
export { type GroupPart, proportionOf, proportionVariance } from './statistics/proportion-variance.ts'
export { raoScottTest } from './statistics/rao-scott.ts'
export { degreesOfFreedom, type UnitSums, unitSumsAt } from './statistics/unit-sums.ts'
export type {
  CrosstabRequest,
  GroupSelection,
  MeansRequest,
  RequestOptions,
  ShownGroups,
} from './table-request.ts'
export { type RawCrosstab, tabulate } from './tabulate.ts'
export {
  type DescribedGroup,
  describeGroup,
  describeGroups,
  type RawMeans,
  tabulateMeans,
} from './tabulate-means.ts'
export type { Net, Routing, VariableCodes, WaveData } from './wave-data.ts'
