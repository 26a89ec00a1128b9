import type { TableStatistics } from '@peo/disclosure'
import type { IndependenceTest } from '@peo/tabulation'
import { builder } from './builder.ts'

const TestMethodEnum = builder.enumType('TestMethod', {
  description: 'A test of independence between rows and columns.',
  values: {
    PEARSON: { description: "Pearson's chi-square, in unweighted tables." },
    RAO_SCOTT: { description: 'Second-order Rao-Scott F, in weighted tables.' },
  },
})

const IndependenceTestType = builder.objectRef<IndependenceTest>('IndependenceTest').implement({
  description: 'A test of independence between rows and columns.',
  fields: (t) => ({
    method: t.field({ type: TestMethodEnum, description: 'Which test.', resolve: ({ method }) => method }),
    statistic: t.exposeFloat('statistic', { description: 'Chi-square, or F.' }),
    degreesOfFreedom: t.exposeFloat('degreesOfFreedom', {
      description: 'Degrees of freedom; of the numerator of F.',
    }),
    denominatorDegreesOfFreedom: t.float({
      nullable: true,
      description: 'Degrees of freedom of the denominator of F; null for chi-square.',
      resolve: ({ denominatorDegreesOfFreedom }) => denominatorDegreesOfFreedom ?? null,
    }),
    pValue: t.exposeFloat('pValue', {
      description: 'Probability of at least this statistic without any association.',
    }),
  }),
})

/** Statistics of a table as a whole. */
export const StatisticsType = builder.objectRef<TableStatistics>('TableStatistics').implement({
  description: 'Statistics of a table as a whole. Null where they cannot be computed or not be shown.',
  fields: (t) => ({
    test: t.field({
      type: IndependenceTestType,
      nullable: true,
      description:
        'Whether rows and columns are independent; needs one column variable and nothing withheld.',
      resolve: ({ test }) => test,
    }),
    cramersV: t.exposeFloat('cramersV', { nullable: true, description: "Cramér's V, from 0 to 1." }),
    effectiveBase: t.exposeFloat('effectiveBase', {
      nullable: true,
      description: 'Equally weighted respondents that would carry as much information (Kish).',
    }),
    designEffect: t.exposeFloat('designEffect', {
      nullable: true,
      description: 'Respondents over effective base.',
    }),
  }),
})
