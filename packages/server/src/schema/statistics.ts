import type { TableStatistics } from '@peo/disclosure'
import type { IndependenceTest } from '@peo/tabulation'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const TestMethodEnum = builder.enumType('TestMethod', {
  description: 'A test of independence between rows and columns.',
  values: {
    PEARSON: { description: "Pearson's chi-square, without continuity correction: in unweighted tables." },
    RAO_SCOTT: {
      description: "Second-order Rao-Scott F, over the wave's sample design: in weighted tables.",
    },
  },
})

const IndependenceTestType = builder.objectRef<IndependenceTest>('IndependenceTest').implement({
  ...readableBy('EVERYONE'),
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
  ...readableBy('EVERYONE'),
  description: 'Statistics of a table as a whole. Null where they cannot be computed or not be shown.',
  fields: (t) => ({
    test: t.field({
      type: IndependenceTestType,
      nullable: true,
      description:
        'Whether rows and columns are independent. Null where there is no or more than one column variable, where one takes several answers, where a group is withheld or left out, and where nothing can be tested.',
      resolve: ({ test }) => test,
    }),
    cramersV: t.exposeFloat('cramersV', {
      nullable: true,
      description:
        "Cramér's V: how strongly rows and columns go together, from 0 (not at all) to 1. It needs the same kind of table as the test.",
    }),
    effectiveBase: t.exposeFloat('effectiveBase', {
      nullable: true,
      description:
        "Equally weighted respondents that would tell as much as the table does: Kish's (Σw)² / Σw²; all respondents when unweighted. Null where the base is not shown.",
    }),
    designEffect: t.exposeFloat('designEffect', {
      nullable: true,
      description:
        "Kish's design effect of weighting: respondents over effective base; 1 when unweighted. Null where the base is not shown.",
    }),
  }),
})
