import fc from 'fast-check'

const words = fc.constantFrom(
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '...',
    '$a',
    '@include(if: true)',
    '"',
    '"""',
    '\\u0000',
    '#',
    '!',
    '=',
  ],
  ...['query', 'mutation', 'subscription', 'fragment A on Wave', 'on', 'waves', 'nodes', 'crosstab', 'wave'],
  ...[
    '(code: "peo-2022")',
    'waves: ["peo-2022"]',
    'rows: "sector"',
    'first: 1e99',
    '-1',
    'null',
    '__schema',
    'id',
  ],
)

const text = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'peo-2022',
    'sector',
    'werkdruk',
    'net:voldoende',
    'sector:1',
    '\0',
    '%00',
    '../../../etc',
    '\ud800',
    'ÿ',
  ),
)

const cursor = fc
  .tuple(
    fc.constantFrom('GPC:S:', 'GPC:I:', 'GPC:N:', 'GPC:D:', 'GPC:J:', 'GPC:T:', 'OffsetConnection:'),
    fc.oneof(fc.integer().map(String), fc.bigInt().map(String), fc.json({ maxDepth: 1 }), text),
  )
  .map((parts) => Buffer.from(parts.join('')).toString('base64'))

const day = fc.oneof(
  fc.date({ noInvalidDate: true }).map((one) => JSON.stringify(one.toISOString().replace(/T.*/, ''))),
  fc.constantFrom('"0000-01-01"', '"9999-12-31"', '"10000-01-01"', '"-0001-01-01"', '1', '[]'),
)

const query = fc.oneof(
  text,
  text.map((one) => `{ crosstab(waves: ["peo-2022"], rows: ${JSON.stringify(one)}) { base } }`),
  text.map(
    (one) =>
      `{ wave(code: ${JSON.stringify(one)}) { code } variable(code: ${JSON.stringify(one)}) { code } }`,
  ),
  text.map((one) => `{ node(id: ${JSON.stringify(Buffer.from(`Wave:${one}`).toString('base64'))}) { id } }`),
  fc
    .tuple(
      fc.constantFrom(
        'auditLog',
        'clients',
        'staffAccounts',
        'waves',
        'variables',
        'wave(code: "peo-2022") { questions',
        'wave(code: "peo-2022") { respondents',
      ),
      fc.oneof(text, cursor),
    )
    .map(
      ([list, one]) =>
        `{ ${list}(first: 2, after: ${JSON.stringify(one)}) { pageInfo { hasNextPage } }${list.includes('{') ? ' }' : ''} }`,
    ),
  // Nothing to wait for, or nothing that there is.
  text.map((one) => `subscription { ${one} }`),
  fc
    .constantFrom('@skip(if: true)', '@include(if: false)', '@skip(if: $a)')
    .map((one) => `subscription { waveProgress(wave: "x") ${one} { done } }`),
  day.map((one) => `{ auditLog(filter: { from: ${one}, to: ${one} }) { nodes { id } } }`),
)

/** Half of a character cannot be written in an address. */
export const wellFormed = (one: string) => one.replace(/\p{Surrogate}/gu, '?')

const path = fc.oneof(
  fc.constantFrom(
    ...[
      '/graphql',
      '/graphql/',
      '/x/graphql',
      '//graphql',
      '/a/b/graphql/',
      '/x?y=/graphql',
      '/',
      '/healthz',
      '/readyz',
      '/metrics',
      '/codebook.schema.json',
      '/sign-in-link',
      '/auth/callback',
      '/answer',
      '/answer/x',
      '/answer/0000-0000-0000-0000',
      '/answer/sent',
    ],
    ...[
      '/auth/sign-in',
      '/oauth/token',
      '/oauth/authorize',
      '/.well-known/jwks.json',
      '/oauth/interaction/x',
    ],
  ),
  fc
    .constantFrom('crosstab.csv', 'crosstab.json', 'crosstab.jsonstat', 'means.csv', 'means.json')
    .map((one) => `/tables/${one}`),
  text.map((one) => `/waves/${encodeURIComponent(wellFormed(one))}/respondents.csv`),
  text.map((one) => `/${encodeURI(wellFormed(one))}`),
)

const parameters = fc.dictionary(
  fc.constantFrom(
    'query',
    'variables',
    'operationName',
    'extensions',
    'waves',
    'rows',
    'columns',
    'of',
    'by',
    'filter',
    'weighted',
    'confidenceLevel',
    'language',
    'release',
    't',
    'code',
    'state',
  ),
  fc.oneof(query, text, fc.json({ maxDepth: 2 })),
  { maxKeys: 5 },
)

const body = fc.oneof(
  fc
    .record({ query, variables: fc.anything({ maxDepth: 2 }), operationName: text }, { requiredKeys: [] })
    .map((one) => JSON.stringify(one) ?? ''),
  fc.json({ maxDepth: 3 }),
  text,
  fc.constant('[]'),
  fc.constant('[{"query":"{__typename}"}]'),
)

/** A form with files, of which the map says where they belong. */
const upload = fc
  .record({
    operations: fc.oneof(
      fc
        .record({ query, variables: fc.constantFrom({}, { a: [] }, { a: null }, []) })
        .map((one) => JSON.stringify(one)),
      fc.json({ maxDepth: 2 }),
      text,
    ),
    map: fc.oneof(
      fc.json({ maxDepth: 2 }).map((one) => `{"0":${one}}`),
      fc
        .constantFrom('variables.a', 'variables.a.length', 'variables', 'query', '__proto__.a', '')
        .map((one) => `{"0":["${one}"]}`),
      text,
    ),
    0: text,
  })
  .map((parts) => {
    const written = Object.entries(parts).map(
      ([name, value]) =>
        `--x\r\nContent-Disposition: form-data; name="${name}"${name === '0' ? '; filename="f"' : ''}\r\n\r\n${value}\r\n`,
    )
    return `${written.join('')}--x--\r\n`
  })

const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((one) => one.trim())

const headers = fc.record(
  {
    'content-type': fc.oneof(
      fc.constantFrom(
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/graphql',
        'application/json; charset=utf-7',
      ),
      headerText,
    ),
    accept: fc.oneof(
      fc.constantFrom(
        '*/*',
        'application/json',
        'text/html',
        'text/event-stream',
        'application/graphql-response+json',
        'q=;;',
      ),
      headerText,
    ),
    authorization: fc.oneof(
      fc.constantFrom('Bearer', 'Bearer x.y.z', 'Basic eDp4', 'Bearer eyJhbGciOiJub25lIn0.e30.'),
      headerText,
    ),
    cookie: fc.oneof(fc.constant('peo-session=x'), headerText),
    'if-none-match': headerText,
    'x-http-method-override': fc.constantFrom('POST', 'DELETE'),
    'x-forwarded-for': headerText,
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site'),
    'x-peo-client': fc.constant('x'),
  },
  { requiredKeys: [] },
)

const uploadHeaders = { 'content-type': 'multipart/form-data; boundary=x', 'x-peo-client': 'x' }

const single = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
  path,
  parameters,
  body,
  headers,
})

const uploading = fc.record({
  method: fc.constant('POST'),
  path: fc.constant('/graphql'),
  parameters: fc.constant({} as Record<string, string>),
  body: upload,
  headers: headers.map((some) => ({ ...some, ...uploadHeaders })),
})

/** A request that hardly anybody means to send: to any path, with anything in it. */
export const malformedRequest = fc.oneof(
  { arbitrary: single, weight: 9 },
  { arbitrary: uploading, weight: 1 },
)
