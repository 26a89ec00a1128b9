import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App
let staff: App

beforeAll(async () => {
  const database = await testDatabase('examples')
  app = createApp(database)
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

const most = 2 ** 17

test('lists within lists are multiplied, and refused before they are read', async () => {
  const questions = (waves: string, first: string) =>
    `{ waves${waves} { nodes { questions${first} { nodes { variable { questions(first: 14) { nodes { id } } } } } } } }`
  expect((await ask(app, questions('', '(first: 80)'))).errors).toBeUndefined()
  // 100 waves, in each 100 questions (the default), for each 14 more.
  const cost = 100 * (1 + 100 * (1 + 14))
  expect((await ask(app, questions('', ''))).errors).toMatchObject([
    { extensions: { code: 'TOO_COSTLY', cost, limit: most, of: 'cells' } },
  ])
  const spread = `{ ...A } fragment A on Query ${questions('(last: 100)', '')}`
  expect((await ask(app, spread)).errors).toMatchObject([{ extensions: { cost } }])
})

test('the cells of all tables of an operation are added up', async () => {
  // 10 areas by 8 organisations in 2 waves.
  const table =
    'crosstab(waves: ["peo-2021", "peo-2022"], rows: "werkgebied", columns: ["organisatie"]) { base }'
  const lists =
    'waves { nodes { questions { nodes { variable { questions(first: 12) { nodes { id } } } } } } }'
  const items = 100 * (1 + 100 * (1 + 12))
  const codes = async (tables: number) => {
    const asked = Array.from({ length: tables }, (_, index) => `a${index}: ${table}`)
    const { errors = [] } = await ask(staff, `{ ${lists} ${asked.join(' ')} }`)
    return [errors[0]?.extensions.code, errors[0]?.extensions.cost]
  }
  expect(await codes(6)).toEqual(['BREAKDOWN_NOT_RELEASED', undefined])
  expect(await codes(7)).toEqual(['TOO_COSTLY', items + 7 * 10 * 8 * 2])
})

test('what is asked for again under another name costs again', async () => {
  const lists =
    'waves { nodes { questions { nodes { variable { questions(first: 13) { nodes { id } } } } } } }'
  const items = 100 * (1 + 100 * (1 + 13))
  const table = 'crosstab(waves: ["peo-2021", "peo-2022"], rows: "werkgebied", columns: ["organisatie"])'
  const costOf = async (fields: string, fragments = '') => {
    const query = `{ ${lists} ${table} { ...T } } fragment T on Crosstab { ${fields} } ${fragments}`
    const { errors } = await ask(staff, query)
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY', of: 'cells' } }])
    return Number(errors![0]!.extensions.cost) - items
  }
  const aliases = (count: number, field: string) =>
    Array.from({ length: count }, (_, index) => `${field.slice(0, 4)}${index}: ${field}`).join(' ')
  expect(await costOf('base')).toBe(160)
  const all = 'categories status count columnPercent rowPercent totalPercent base effectiveBase higherThan'
  expect(await costOf(`cells { ${all} interval { low high } }`)).toBe(160)
  expect(await costOf('counts columnPercents')).toBe(2 * 160)
  for (const field of ['counts', 'columnPercents', 'csv', 'jsonStat', 'cells { count }'])
    expect([field, await costOf(aliases(5, field))]).toEqual([field, 5 * 160])
  expect(
    await costOf(
      '...A ...B',
      `fragment A on Table { ${aliases(3, 'csv')} } fragment B on Crosstab { counts }`,
    ),
  ).toBe(4 * 160)
  expect(await costOf(`cells { ${aliases(10, 'count')} ${aliases(10, 'base')} }`)).toBe(2 * 160)
  expect(await costOf(aliases(5, 'dimensions { role }'))).toBe(160 + 5)
})

test('what is looked up by itself costs a point, and so does each list without pages', async () => {
  const lists =
    'waves { nodes { questions { nodes { variable { questions(first: 13) { nodes { id } } } } } } }'
  const items = 100 * (1 + 100 * (1 + 13))
  const costOf = async (fields: string) => {
    const { errors } = await ask(app, `{ ${lists} ${fields} }`)
    return Number(errors?.[0]?.extensions.cost) - items
  }
  expect(await costOf('a: wave(code: "x") { code } b: wave(code: "x") { code }')).toBe(2)
  expect(
    await costOf('variable(code: "x") { a: categories { code } b: categories { code } nets { code } }'),
  ).toBe(4)
})

test('an item costs a point for each sixteen of its fields', async () => {
  const lists = (fields: string) =>
    `{ waves { nodes { questions { nodes { variable { questions(first: 13) { nodes { ${fields} } } } } } } } }`
  const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: id`).join(' ')
  const costOf = async (fields: string) => (await ask(app, lists(fields))).errors?.[0]?.extensions.cost
  expect(await costOf(aliases(15))).toBe(100 * (1 + 100 * (1 + 13)))
  expect(await costOf(aliases(16))).toBe(100 * (1 + 100 * (1 + 2 * 13)))
})

test('what may be refused at more than a thousand places is refused once', async () => {
  const lists = (size: number) =>
    `{ waves(first: 10) { nodes { questions(first: ${size}) { nodes { openAnswersWithheld } } } } }`
  const refused = { extensions: { code: 'UNAUTHENTICATED', asked: 'Question.openAnswersWithheld' } }
  const whole = await ask(app, lists(100))
  expect([whole.data !== undefined, (whole.errors ?? []).length > 1]).toEqual([true, true])
  expect(whole.errors?.[0]).toMatchObject(refused)
  const two = lists(100).replace('openAnswersWithheld', 'a: openAnswersWithheld b: openAnswersWithheld')
  const once = await ask(app, two)
  expect([once.errors?.length, 'data' in once, once.errors]).toMatchObject([1, false, [refused]])
  expect((await ask(staff, two)).errors).toBeUndefined()
})

test.each<[string, object]>([
  ['waves(first: 0) { nodes { code } }', { argument: 'first', size: 0, limit: 100 }],
  ['waves(first: 101) { nodes { code } }', { argument: 'first', size: 101, limit: 100 }],
  ['waves(last: -1) { nodes { code } }', { argument: 'last', size: -1, limit: 100 }],
  ['wave(code: "peo-2022") { questions(first: 500) { nodes { id } } }', { argument: 'first', size: 500 }],
  [`nodes(ids: ${JSON.stringify(Array(101).fill('V2F2ZTp4'))}) { id }`, { argument: 'ids', size: 101 }],
])('a list has 1 to 100 items: %s', async (field, details) => {
  const { errors } = await ask(app, `{ ${field} }`)
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', ...details } }])
})

test('what is looked up by its id costs more, and no text is longer than a code', async () => {
  const ids = JSON.stringify(Array(100).fill('V2F2ZTp4'))
  const lookUps = (times: number) =>
    `{ ${Array.from({ length: times }, (_, index) => `a${index}: nodes(ids: ${ids}) { id }`).join(' ')} }`
  expect((await ask(app, lookUps(2))).errors).toBeUndefined()
  const query = 'query ($ids: [ID!]!) { LOOKUPS }'
  const many = query.replace(
    'LOOKUPS',
    Array.from({ length: 50 }, (_, index) => `a${index}: nodes(ids: $ids) { id }`).join(' '),
  )
  expect((await ask(app, many, { ids: Array(100).fill('V2F2ZTp4') })).errors).toMatchObject([
    { extensions: { code: 'TOO_COSTLY', cost: 50 * 100 * 32 } },
  ])
  const long = 'x'.repeat(1001)
  for (const field of [`variable(code: "${long}") { code }`, `node(id: "${long}") { id }`]) {
    expect((await ask(app, `{ ${field} }`)).errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', limit: 1000 } },
    ])
  }
})

test('a null where there may be none has a code', async () => {
  const query = 'query ($in: Language = NL) { wave(code: "peo-2022") { title(language: $in) } }'
  expect(await ask(app, query, { in: null })).toMatchObject({
    errors: [{ message: expect.stringContaining('language'), extensions: { code: 'INVALID_INPUT' } }],
  })
})

test('an error tells the beginning of what is long', async () => {
  const query = `{ crosstab(waves: ["peo-2022"], rows: "${'x'.repeat(1000)}") { base } }`
  const { errors } = await ask(app, query)
  expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_VARIABLE' } }])
  expect(JSON.stringify(errors).length).toBeLessThan(2000)
})

test('sizes in variables are read too', async () => {
  const query = 'query ($size: Int) { waves(first: $size) { nodes { code } } }'
  expect((await ask(app, query, { size: 500 })).errors).toMatchObject([{ extensions: { size: 500 } }])
  expect((await ask(app, query, { size: 5 })).errors).toBeUndefined()
})
