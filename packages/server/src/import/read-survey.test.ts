import path from 'node:path'
import { expect, test } from 'vitest'
import { readSurvey } from './read-survey.ts'
import { goodAnswers, header, smallCodebook, surveyFolder } from './testing/small-survey.ts'

test('a codebook and its answers', async () => {
  const file = await surveyFolder(smallCodebook(), { 'answers.csv': goodAnswers })
  const survey = await readSurvey(file)
  if ('problems' in survey) throw new Error(JSON.stringify(survey.problems))
  expect(survey.codebook).toEqual(smallCodebook())
  expect([...survey.answers.keys()]).toEqual(['peo-1'])
  expect(survey.answers.get('peo-1')).toMatchObject({ respondents: 12 })
})

test('a wave without answers has none', async () => {
  const file = await surveyFolder(smallCodebook({ responses: null }), {})
  expect(await readSurvey(file)).toEqual({
    codebook: smallCodebook({ responses: null }),
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    answers: new Map(),
  })
})

test('a codebook that is not there', async () => {
  const file = path.join(path.dirname(await surveyFolder('', {})), 'other.json')
  expect(await readSurvey(file)).toEqual({
    problems: [
      { file, row: null, column: null, code: 'FILE_NOT_FOUND', message: `there is no file ${file}` },
    ],
  })
})

test('a file of answers that is not there, or is a folder', async () => {
  for (const responses of ['gone.csv', '.']) {
    const codebook = await surveyFolder(smallCodebook({ responses }), {})
    const file = path.join(path.dirname(codebook), responses)
    expect(await readSurvey(codebook)).toEqual({
      problems: [
        { file, row: null, column: null, code: 'FILE_NOT_FOUND', message: `there is no file ${file}` },
      ],
    })
  }
})

test('a codebook in Latin-1', async () => {
  const file = await surveyFolder(Buffer.from('{"note": "café"}', 'latin1'), {})
  expect(await readSurvey(file)).toEqual({
    problems: [
      {
        file,
        row: null,
        column: null,
        code: 'WRONG_ENCODING',
        message: 'the codebook is not UTF-8; save it as UTF-8 and import it again',
      },
    ],
  })
})

test('a codebook with a mistake, its place in the column', async () => {
  const file = await surveyFolder(smallCodebook({ breakdowns: [['joy']] }), { 'answers.csv': goodAnswers })
  expect(await readSurvey(file)).toEqual({
    problems: [
      {
        file,
        row: null,
        column: 'waves.peo-1.breakdowns',
        code: 'INVALID_CODEBOOK',
        message: 'joy is not a background variable of this wave',
      },
    ],
  })
})

test('problems in several files of answers, each with its file', async () => {
  const { waves, variables } = smallCodebook()
  const codebook = {
    variables,
    waves: [...waves, { ...waves[0], code: 'peo-2', responses: 'second.csv' }],
  }
  const file = await surveyFolder(codebook, {
    'answers.csv': `${header}\n1,x,1,7,1,0,,1`,
    'second.csv': `${header}\n1,a,1,0,1,0,,1`,
  })
  const read = await readSurvey(file)
  const places =
    'problems' in read && read.problems.map((one) => [path.basename(one.file), one.row, one.code])
  expect(places).toEqual([
    ['answers.csv', 2, 'UNKNOWN_CATEGORY'],
    ['second.csv', 2, 'OUT_OF_RANGE'],
  ])
})
