import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { storeSurvey } from '../import/import-survey.ts'
import { smallCodebook, variables } from '../import/testing/small-survey.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

test('a variable says nothing that only a wave for partners says, though it was imported first', async () => {
  const database = await testDatabase('empty')
  const importWave = async (code: string, audience: 'public' | 'partners', text: string) => {
    const label = { nl: text, en: text }
    const categories = [{ code: text, label }]
    const levels = [{ code: text, label, categories: [{ code: 'all', label, categories: [text] }] }]
    const nets = [{ code: text, label, categories: [text] }]
    const themed = { theme: text, core: audience === 'partners' }
    const sector = { ...variables[0]!, ...themed, label, categories, nets, hierarchy: levels }
    const { waves } = smallCodebook({ code, audience, variables: ['sector'] })
    const survey = { codebook: { variables: [sector], waves }, answers: new Map() }
    expect(
      await storeSurvey(database, survey, 'codebook.json', { publish: false, dryRun: false }),
    ).toMatchObject({ waves: [{ code }] })
  }
  await importWave('peo-1', 'partners', 'hidden')
  await importWave('peo-2', 'public', 'open')
  await database.prisma.wave.updateMany({ data: { status: 'PUBLISHED' } })
  const query =
    '{ variable(code: "sector") { label theme core categories { code label } nets { code } hierarchy { code } questions { nodes { wording } } } }'
  const seen = (text: string, ...wordings: string[]) => ({
    data: {
      variable: {
        label: text,
        theme: text,
        core: text === 'hidden',
        categories: [{ code: text, label: text }],
        nets: [{ code: text }],
        hierarchy: [{ code: text }],
        questions: { nodes: wordings.map((wording) => ({ wording })) },
      },
    },
  })
  const as = (role: 'EVERYONE' | 'PARTNER') => createApp(database, { viewer: { role } })
  expect(await ask(as('EVERYONE'), query)).toEqual(seen('open', 'open'))
  expect(await ask(as('PARTNER'), query)).toEqual(seen('hidden', 'hidden', 'open'))
})
