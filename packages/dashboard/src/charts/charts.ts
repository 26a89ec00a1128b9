/** All that draws: a file of its own in the built page, which loads while the service answers. */
export { barChart } from './bar-chart.ts'
export { trendChart } from './trend-chart.ts'
