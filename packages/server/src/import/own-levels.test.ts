import { expect, test } from 'vitest'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { testDatabase } from '../testing/test-database.ts'
import { storeSurvey } from './import-survey.ts'
import { smallCodebook, variables } from './testing/small-survey.ts'

const label = { nl: 'x', en: 'x' }
const [sector] = variables as [CodebookVariable]
const all = (code: string) => ({
  code,
  label,
  categories: [{ code: 'all', label, categories: sector.categories!.map((category) => category.code) }],
})

test('a wave has the levels of its own codebook, and those of the first where they are the same', async () => {
  const database = await testDatabase('empty')
  const importWave = async (code: string, hierarchy: CodebookVariable['hierarchy']) => {
    const asked = { ...sector, ...(hierarchy === undefined ? {} : { hierarchy }) }
    const { waves } = smallCodebook({ code, variables: ['sector'] })
    const survey = { codebook: { variables: [asked], waves }, answers: new Map() }
    const outcome = await storeSurvey(database, survey, 'codebook.json', { publish: false, dryRun: false })
    expect(outcome).toMatchObject({ waves: [{ code }] })
  }
  await importWave('peo-1', [all('region')])
  await importWave('peo-2', [all('country')])
  await importWave('peo-3', [all('region')])
  await importWave('peo-4', undefined)
  const questions = await database.prisma.question.findMany({
    select: { hierarchy: true, variable: { select: { hierarchy: true } } },
    orderBy: { wave: { code: 'asc' } },
  })
  expect(questions.map(({ hierarchy }) => hierarchy)).toEqual([null, [all('country')], null, []])
  expect(questions[0]?.variable.hierarchy).toEqual([all('region')])
})
