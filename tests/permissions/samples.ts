import type { Samples } from './field-questions.ts'

const wave = Buffer.from('Wave:x').toString('base64')

/** A change of a wave that there is not. */
const input = (rest: string) => `input: { wave: "x", version: 1, ${rest} }`
const text = 'text: { nl: "x", en: "x" }'

/** Arguments to ask fields with that require some. */
export const argumentSamples: Samples = {
  ...Object.fromEntries(
    ['FollowUp', 'Finding', 'Meeting', 'Publication', 'Reflection', 'Recommendation'].flatMap((type) => [
      [`Mutation.change${type}`, ['input: { id: "x", version: 1 }']],
      [`Mutation.remove${type}`, ['id: "x", version: 1']],
    ]),
  ),
  'Mutation.createFinding': [`input: { wave: "x", kind: TASK, ${text} }`],
  'Mutation.createFollowUp': [`input: { recommendation: "x", ${text} }`],
  'Mutation.createMeeting': ['input: { wave: "x", kind: WEBINAR }'],
  'Mutation.createPublication': [
    'input: { wave: "x", title: { nl: "x", en: "x" }, year: 2022, authors: [] }',
  ],
  'Mutation.createProfessionalAccount': ['name: "x"'],
  'Mutation.createProfessionalSignInLink': ['account: "x"'],
  'Mutation.createProposal': ['input: { kind: THEME, text: "x" }'],
  'Mutation.createRecommendation': [`input: { wave: "x", addressees: [GIS], ${text} }`],
  'Mutation.createReflection': [`input: { wave: "x", ${text} }`],
  'Mutation.createRemark': ['input: { wave: "peo-2022", text: "x" }'],
  'Mutation.decideProposal': ['input: { id: "x", version: 1, status: DECLINED, reason: "x" }'],
  'Mutation.eraseProposal': ['id: "x", version: 1'],
  'Mutation.moderateRemark': ['input: { id: "x", version: 1, status: APPROVED }'],
  'Mutation.removeProfessionalAccount': ['id: "x"'],
  'Mutation.removeProposal': ['id: "x", version: 1'],
  'Mutation.removeRemark': ['id: "x", version: 1'],
  'Mutation.supportProposal': ['id: "x"'],
  'Mutation.createClient': ['input: { name: "x", role: PARTNER, organisation: "org_c" }'],
  'Mutation.createSignInLink': ['account: "x"'],
  'Mutation.createStaffAccount': ['name: "x"'],
  'Mutation.removeStaffAccount': ['id: "x"'],
  'Mutation.replaceClientSecret': ['id: "x"'],
  'Mutation.revokeClient': ['id: "x"'],
  ...Object.fromEntries(
    ['open', 'close', 'publish', 'purge', 'remove'].map((step) => [`Mutation.${step}Wave`, [input('')]]),
  ),
  'Mutation.startReview': [input('')],
  'Mutation.reviewOpenAnswer': ['input: { id: "x", version: 1, approve: false }'],
  'Mutation.createAnswerLink': ['input: { wave: "unwritten" }'],
  'Mutation.createInvitations': ['input: { wave: "x", number: 1 }'],
  'Mutation.revokeAnswerLink': ['id: "x"'],
  'Mutation.revokeInvitations': ['input: { wave: "x" }'],
  'Mutation.createWave': ['input: { code: "No slug" }'],
  'Mutation.updateWave': [input('titleEn: "x"')],
  'Mutation.takeOverQuestions': [input('from: "x"')],
  'Mutation.saveQuestion': [
    input('question: { variable: "x", measurement: TEXT, wordingNl: "x", wordingEn: "x" }'),
  ],
  'Mutation.removeQuestion': [input('variable: "x"')],
  'Mutation.orderQuestions': [input('order: []')],
  'Mutation.setBreakdowns': [input('breakdowns: []')],
  'Mutation.setDesign': [input('strata: "x"')],
  'Mutation.importAnswers': [
    'input: { wave: "x", content: "x" }',
    'input: { wave: "collecting", content: "x" }',
  ],
  'Mutation.takeBackAnswers': ['input: { wave: "collecting", content: "x" }'],
  'Mutation.draftCodebook': ['input: { wave: "x", content: "x" }'],
  'Mutation.withdrawWave': [input('reasonNl: "x", reasonEn: "x"')],
  'Subscription.waveProgress': ['wave: "plan"'],
  'Query.crosstab': [
    'waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]',
    'waves: ["noted"], rows: "ruimte"',
  ],
  'Query.means': ['waves: ["peo-2022"], of: "werkplezier", by: ["sector"]'],
  'Query.node': [`id: "${wave}"`],
  'Query.nodes': [`ids: ["${wave}"]`],
  'Query.openAnswers': ['wave: "unwritten", first: 2'],
  'Query.releasePreview': ['wave: "plan"'],
  'Query.variable': ['organisatie', 'ruimte_relatie', 'oorzaken_werkdruk', 'wat_helpt'].map(
    (code) => `code: "${code}"`,
  ),
  'Query.wave': ['code: "peo-2022"', 'code: "noted"', 'code: "gone"', 'code: "unwritten"'],
}

/** What GraphiQL sends a browser with to the issuer. */
const authorization = new URLSearchParams({
  client_id: 'graphiql',
  response_type: 'code',
  redirect_uri: 'http://localhost:4000/auth/callback',
  scope: 'openid',
  state: 'x',
  nonce: 'x',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
})

/** A path of every GET route, by what it asks for. */
export const getRoutes: readonly (readonly [string, string])[] = [
  ['/', '/'],
  ['/graphql', '/graphql?query={__typename}'],
  ['/graphql/', '/graphql/?query={__typename}'],
  ['/codebook.schema.json', '/codebook.schema.json'],
  ['/healthz', '/healthz'],
  ['/metrics', '/metrics'],
  ['/.well-known/jwks.json', '/.well-known/jwks.json'],
  ['/.well-known/openid-configuration', '/.well-known/openid-configuration'],
  ['/.well-known/oauth-authorization-server', '/.well-known/oauth-authorization-server'],
  ['/sign-in-link', '/sign-in-link?t=x'],
  ['/auth/sign-in', '/auth/sign-in'],
  ['/auth/callback without a sign-in under way', '/auth/callback?code=x&state=x'],
  ['/oauth/authorize', `/oauth/authorize?${authorization}`],
  ['/oauth/authorize/<id> without a sign-in under way', '/oauth/authorize/x'],
  ['/oauth/interaction/<id> without a link', '/oauth/interaction/x'],
  ['/readyz', '/readyz'],
  ['/dashboard', '/dashboard'],
  ['/dashboard/', '/dashboard/'],
  ['/dashboard/assets/<name> that there is not', '/dashboard/assets/x.js'],
  ['/answer', '/answer'],
  ['/answer/', '/answer/'],
  ['/answer/<code>/', '/answer/0000-0000-0000-0000/'],
  ['/answer/sent', '/answer/sent'],
  ['/answer/sent-without-cookies', '/answer/sent-without-cookies'],
  ['/answer/<code> that there is not', '/answer/0000-0000-0000-0000'],
  ...['csv', 'json', 'jsonstat', 'xlsx'].flatMap((format): [string, string][] => [
    [`/tables/crosstab.${format}`, `/tables/crosstab.${format}?waves=peo-2022&rows=sector`],
    [
      `/tables/crosstab.${format} of a wave for partners`,
      `/tables/crosstab.${format}?waves=plan&rows=ruimte`,
    ],
    [`/tables/means.${format}`, `/tables/means.${format}?waves=peo-2022&of=werkplezier`],
    [
      `/tables/means.${format} of a wave for partners`,
      `/tables/means.${format}?waves=peo-2021&of=werkplezier`,
    ],
  ]),
  ...['csv', 'sav', 'parquet', 'sss.zip', 'ddi.xml'].flatMap((format): [string, string][] => [
    [`/waves/<code>/respondents.${format}`, `/waves/peo-2022/respondents.${format}`],
    [`/waves/<code>/respondents.${format} of a wave for partners`, `/waves/plan/respondents.${format}`],
  ]),
]

/** Waves to look up, by what they are. */
export const waves: readonly (readonly [string, string])[] = [
  ['a public wave', 'peo-2022'],
  ['a wave for partners', 'plan'],
  ['a wave that is not published', 'draft'],
]
