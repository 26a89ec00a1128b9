/** What GraphiQL opens with. */
export const graphiqlTabs: { query: string; variables?: string }[] = [
  {
    query: `# De metingen en hun vragen / the waves and their questions
query Waves {
  waves {
    nodes {
      code
      title
      status
      fieldworkFrom
      fieldworkTo
      questions {
        nodes {
          position
          wording
          variable {
            code
            measurement
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Een kruistabel / a cross-tab
query Crosstab {
  crosstab(waves: ["peo-2022"], rows: "ruimte_relatie", columns: ["sector"]) {
    base
    dimensions {
      role
      variable {
        code
        label
      }
      categories {
        code
        label
        isNet
      }
    }
    cells {
      categories
      status
      count
      columnPercent
      base
      interval {
        low
        high
      }
      higherThan
    }
    statistics {
      test {
        method
        statistic
        degreesOfFreedom
        pValue
      }
      cramersV
      effectiveBase
      designEffect
    }
  }
}
`,
  },
  {
    query: `# Een trend / a trend
query Trend {
  crosstab(waves: ["peo-2021", "peo-2022"], rows: "ruimte_relatie") {
    waves {
      code
      title
    }
    cells {
      categories
      status
      columnPercent
      base
      interval {
        low
        high
      }
    }
    comparabilityNotes {
      wave
      variable
      note
      changes
    }
  }
}
`,
  },
]
