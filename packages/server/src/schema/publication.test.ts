import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { change, remove } from '../follow-up/testing/change.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let staff: App
let everyone: App
beforeAll(async () => {
  const database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  everyone = createApp(database)
})

const title = { nl: 'Ruimte', en: 'Space' }
const report = { wave: 'peo-2022', title, year: 2023, authors: ['A. Uthor'], isbn: '978-90-831152-1-4' }
const wave = (fields: string) => ask(everyone, `{ wave(code: "peo-2022") { ${fields} } }`)

test('a publication has a title, an ISBN and a link, and others on its wave stay', async () => {
  const fields = 'id version title(language: EN) isbn link'
  const made = await change(staff, 'createPublication', 'publication', report, fields)
  const { id } = made.item!
  expect(made.item).toEqual({ id, version: 1, title: 'Space', isbn: '9789083115214', link: null })
  const link = 'https://example.org/report'
  const changed = await change(
    staff,
    'changePublication',
    'publication',
    { id, version: 1, link, isbn: null },
    fields,
  )
  expect(changed.item).toEqual({ id, version: 2, title: 'Space', isbn: null, link })
  const stale = await change(staff, 'changePublication', 'publication', { id, version: 1, year: 2022 })
  expect(stale.errors).toMatchObject([{ code: 'CONFLICT' }])
  expect(await wave('publications { title year isbn }')).toMatchObject({
    data: {
      wave: {
        publications: [
          { title: null, year: 2022 },
          { title: 'Ruimte', year: 2023, isbn: null },
        ],
      },
    },
  })
  expect(await remove(staff, 'removePublication', id, 2)).toMatchObject({ removedId: id })
})

test.each([
  [{ isbn: '9789083115215' }, 'isbn'],
  [{ isbn: '0000000000' }, 'isbn'],
  [{ link: 'javascript:alert(1)' }, 'link'],
  [{ link: 'here' }, 'link'],
  [{ link: ' https://example.org/report' }, 'link'],
  [{ link: 'https://example.org/re\u0007port' }, 'link'],
  [{ link: 'https://example.org/re\nport' }, 'link'],
  [{ year: 22 }, 'year'],
  [{ year: 0 }, 'year'],
  [{ authors: [''] }, 'authors'],
  [{ authors: [] }, 'authors'],
  [{ title: { nl: 'x', en: ' ' } }, 'title.en'],
])('none is named with %j', async (input, field) => {
  const made = await change(staff, 'createPublication', 'publication', { ...report, ...input })
  expect(made.errors).toMatchObject([{ code: 'INVALID_INPUT', field }])
})

test('a meeting has a day and how many attended, or says that it is not known', async () => {
  const fields = 'id version kind heldOn attending'
  const held = { wave: 'peo-2022', kind: 'WEBINAR', heldOn: '2022-10-04', attending: 20 }
  const { item } = await change(staff, 'createMeeting', 'meeting', held, fields)
  const { id } = item!
  expect(item).toEqual({ id, version: 1, kind: 'WEBINAR', heldOn: '2022-10-04', attending: 20 })
  const changed = await change(staff, 'changeMeeting', 'meeting', { id, version: 1, attending: null }, fields)
  expect(changed.item).toMatchObject({ version: 2, heldOn: '2022-10-04', attending: null })
  const wrong = await change(staff, 'changeMeeting', 'meeting', { id, version: 2, attending: -1 })
  expect(wrong.errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'attending' }])
  expect(JSON.stringify(await wave('meetings { id }'))).toContain(id)
  expect((await remove(staff, 'removeMeeting', id, 1)).errors).toMatchObject([{ code: 'CONFLICT' }])
  expect(await remove(staff, 'removeMeeting', id, 2)).toMatchObject({ removedId: id })
})

test('a finding is in the order of its kind, and read once it is published', async () => {
  const text = { nl: 'Meer.', en: 'More.' }
  const fields = 'id version position published'
  const made = await change(
    staff,
    'createFinding',
    'finding',
    { wave: 'peo-2022', kind: 'TASK', text },
    fields,
  )
  const { id } = made.item!
  expect(made.item).toEqual({ id, version: 1, position: 4, published: false })
  const tasks = async () => JSON.stringify(await wave('findings(kind: TASK) { id }'))
  expect(await tasks()).not.toContain(id)
  const changed = await change(
    staff,
    'changeFinding',
    'finding',
    { id, version: 1, published: true, position: 1 },
    fields,
  )
  expect(changed.item).toMatchObject({ version: 2, position: 1, published: true })
  expect(await tasks()).toContain(id)
  expect(await remove(staff, 'removeFinding', id, 2)).toMatchObject({ removedId: id })
})
