import { bases, intervals, type Measure } from './measures.ts'

const answer = 'answer'

/** The measures of means, in the order that the service's files have them. */
export const groupMeasures: readonly Measure[] = [
  ...bases,
  ['mean', 'gemiddelde', 'mean', answer],
  ['standard_deviation', 'standaardafwijking', 'standard deviation', answer],
  ['standard_error', 'standaardfout', 'standard error', answer],
  ['lower_quartile', 'eerste kwartiel', 'lower quartile', answer],
  ['median', 'mediaan', 'median', answer],
  ['upper_quartile', 'derde kwartiel', 'upper quartile', answer],
  ...intervals(answer),
]
