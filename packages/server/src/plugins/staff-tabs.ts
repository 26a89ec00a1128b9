/** What GraphiQL opens with for staff. */
export interface StaffTab {
  readonly query: string
  readonly variables: string
}

const wave = { wave: 'peo-2030', version: 1 }
const errors = 'errors { code field message }'

/** An operation, and what it asks for as variables. */
const tab = (title: string, query: string, variables: object): StaffTab => ({
  query: `# ${title}\n${query}\n`,
  variables: JSON.stringify(variables, null, 2),
})

/** A mutation of which the wave and its version are given as variables. */
const step = (
  title: string,
  mutation: string,
  input: string,
  result: string,
  given: object,
  operation = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`,
) => {
  const query = `mutation ${operation}($input: ${input}!) {
  ${mutation}(input: $input) {
    ${result}
    ${errors}
  }
}`
  return tab(title, query, { input: given })
}

const label = (nl: string, en: string) => ({ labelNl: nl, labelEn: en })

const make = [
  step('1. Een meting maken / make a wave', 'createWave', 'CreateWaveInput', 'wave { code version status }', {
    code: wave.wave,
    titleNl: 'PEO 2030',
    titleEn: 'PEO 2030',
    theme: 'middelen',
    fieldworkFrom: '2030-03-01',
    fieldworkTo: '2030-03-31',
    invited: 40,
  }),
  step(
    '2. De vaste vragen overnemen / take over the core questions',
    'takeOverQuestions',
    'TakeOverQuestionsInput',
    'wave { code version questions(first: 100) { nodes { position wording variable { code } } } }',
    { ...wave, from: 'peo-2022' },
  ),
  step(
    '3. Een themavraag toevoegen / add a theme question',
    'saveQuestion',
    'SaveQuestionInput',
    'wave { code version questionnaireProblems { kind variable message } }',
    {
      ...wave,
      version: 2,
      question: {
        variable: 'hulpmiddelen',
        measurement: 'ORDINAL',
        wordingNl: 'Heb je de hulpmiddelen die je nodig hebt?',
        wordingEn: 'Do you have the tools that you need?',
        theme: 'middelen',
        categories: [
          { code: '1', ...label('ja', 'yes') },
          { code: '2', ...label('deels', 'in part') },
          { code: '3', ...label('nee', 'no') },
        ],
        nets: [{ code: 'onvoldoende', ...label('onvoldoende', 'too few'), categories: ['2', '3'] }],
      },
    },
  ),
  step(
    '4. Een open vraag toevoegen / add a question that is answered in words',
    'saveQuestion',
    'SaveQuestionInput',
    'wave { code version questionnaireProblems { kind variable message } }',
    {
      ...wave,
      version: 3,
      question: {
        variable: 'mist',
        measurement: 'TEXT',
        wordingNl: 'Welk hulpmiddel mis je het meest?',
        wordingEn: 'Which tool do you miss most?',
        theme: 'middelen',
      },
    },
    'SaveOpenQuestion',
  ),
]

const collect = [
  step('5. Openstellen / open it', 'openWave', 'WaveInput', 'wave { code version status }', {
    ...wave,
    version: 4,
  }),
  step(
    '6. Uitnodigingen maken; bewaar de codes / make invitations; keep the codes',
    'createInvitations',
    'CreateInvitationsInput',
    'csv(language: NL) wave { code version invited }',
    { wave: wave.wave, number: 40 },
  ),
  tab(
    '7. Hoeveel antwoorden er zijn / how many answered',
    `query Responses($wave: String!) {
  wave(code: $wave) {
    status
    invited
    responses {
      total
      byOrganisation {
        organisation
        count
      }
    }
  }
}`,
    { wave: wave.wave },
  ),
  step('8. Sluiten / close it', 'closeWave', 'WaveInput', 'wave { code version status }', {
    ...wave,
    version: 5,
  }),
]

const release = [
  tab(
    '9. De open antwoorden lezen / read the answers in words',
    `query OpenAnswers($wave: String!) {
  openAnswers(wave: $wave, status: PENDING, first: 20) {
    nodes {
      id
      version
      text
      personalData {
        kind
        from
        to
      }
    }
  }
}`,
    { wave: wave.wave },
  ),
  step(
    '10. Een open antwoord goedkeuren / approve one; take its id from the tab before',
    'reviewOpenAnswer',
    'ReviewOpenAnswerInput',
    'openAnswer { status approved }',
    { id: 'hier_het_id', version: 1, approve: true, text: null },
  ),
  tab(
    '11. Bekijken wat er onderdrukt wordt / see what would be withheld',
    `query Preview($wave: String!) {
  releasePreview(wave: $wave) {
    total {
      groupsShown
      groupsWithheld
      numbersShown
      numbersWithheld
      reasons {
        reason
        groups
      }
    }
  }
}`,
    { wave: wave.wave },
  ),
  step(
    '12. Publiceren / publish it',
    'publishWave',
    'WaveInput',
    'wave { code version status release { digest } }',
    { ...wave, version: 6 },
  ),
  tab(
    '13. De eerste tabel / the first table',
    `query Figures($waves: [String!]!) {
  crosstab(waves: $waves, rows: "hulpmiddelen", columns: ["sector"]) {
    cells {
      categories
      status
      count
      columnPercent
      base
    }
  }
}`,
    { waves: [wave.wave] },
  ),
  step(
    '14. Intrekken, alleen bij een fout / withdraw it, only for a fault',
    'withdrawWave',
    'WithdrawWaveInput',
    'wave { code version status }',
    {
      ...wave,
      version: 7,
      reasonNl: 'Er zat een fout in de routing.',
      reasonEn: 'There was a fault in the routing.',
    },
  ),
  step(
    '15. De verzamelde antwoorden verwijderen / delete the collected answers',
    'purgeWave',
    'WaveInput',
    'wave { code version status purgedOn }',
    { ...wave, version: 8 },
  ),
]

/**
 * What GraphiQL opens with for staff, once: a wave from draft to withdrawal and purge, in order. Each answer says the version that the
 * next step names.
 */
export const staffTabs: readonly StaffTab[] = [...make, ...collect, ...release]
