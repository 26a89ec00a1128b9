const wave = { wave: 'peo-2030', version: 1 }
const errors = 'errors { code field message }'

/** A mutation of which the wave and its version are given as variables. */
const step = (
  title: string,
  name: string,
  input: string,
  result: string,
  variables: object,
): { readonly query: string; readonly variables: string } => ({
  query: `# ${title}
mutation ${name[0]!.toUpperCase()}${name.slice(1)}($input: ${input}!) {
  ${name}(input: $input) {
    wave { code version ${result} }
    ${errors}
  }
}
`,
  variables: JSON.stringify({ input: variables }, null, 2),
})

const label = (nl: string, en: string) => ({ labelNl: nl, labelEn: en })

/**
 * What GraphiQL opens with for staff, once: a wave from draft to withdrawal, in order. Each answer says the version that the
 * next step names.
 */
export const staffTabs: readonly { readonly query: string; readonly variables?: string }[] = [
  step('1. Een meting maken / make a wave', 'createWave', 'CreateWaveInput', 'status', {
    code: wave.wave,
    titleNl: 'PEO 2030',
    titleEn: 'PEO 2030',
    theme: 'middelen',
    fieldworkFrom: '2030-03-01',
    fieldworkTo: '2030-03-31',
    invited: 400,
  }),
  step(
    '2. De vaste vragen overnemen / take over the core questions',
    'takeOverQuestions',
    'TakeOverQuestionsInput',
    'questions(first: 100) { nodes { position wording variable { code } } }',
    { ...wave, from: 'peo-2022' },
  ),
  step(
    '3. Een themavraag toevoegen / add a theme question',
    'saveQuestion',
    'SaveQuestionInput',
    'questionnaireProblems { kind variable message }',
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
  step('4. Openstellen / open it', 'openWave', 'WaveInput', 'status', { ...wave, version: 3 }),
  {
    query: `# 5. Uitnodigen; de codes komen maar één keer / invite; the codes come only once
mutation CreateInvitations($input: CreateInvitationsInput!) {
  createInvitations(input: $input) {
    csv
    wave { code version invited }
    ${errors}
  }
}
`,
    variables: JSON.stringify({ input: { wave: wave.wave, number: 400 } }, null, 2),
  },
  {
    query: `# 6. De respons volgen / follow the response
query Responses($wave: String!) {
  wave(code: $wave) {
    version
    responses {
      total
      byOrganisation {
        organisation
        count
      }
    }
  }
}
`,
    variables: JSON.stringify({ wave: wave.wave }, null, 2),
  },
  step('7. Sluiten / close it', 'closeWave', 'WaveInput', 'status', { ...wave, version: 4 }),
  {
    query: `# 8. Bekijken wat er onderdrukt wordt / see what would be withheld
query Preview($wave: String!) {
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
}
`,
    variables: JSON.stringify({ wave: 'peo-2022' }, null, 2),
  },
  step('9. Publiceren / publish it', 'publishWave', 'WaveInput', 'status release { digest }', {
    ...wave,
    version: 5,
  }),
  step('10. Intrekken / withdraw it', 'withdrawWave', 'WithdrawWaveInput', 'status', {
    ...wave,
    version: 6,
    reasonNl: 'Er zat een fout in de routing.',
    reasonEn: 'There was a fault in the routing.',
  }),
]
