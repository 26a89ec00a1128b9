import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Codebook, CodebookVariable } from '../../codebook/codebook-format.ts'

const label = (text: string) => ({ nl: text, en: text })
const categories = (...codes: string[]) => codes.map((code) => ({ code, label: label(code) }))

/** One variable of each measurement; `causes` is asked of who has `pressure` 1. */
export const variables: readonly CodebookVariable[] = [
  {
    code: 'sector',
    measurement: 'nominal',
    label: label('Sector'),
    role: 'background',
    categories: categories('a', 'b'),
  },
  {
    code: 'pressure',
    measurement: 'ordinal',
    label: label('Pressure'),
    categories: categories('1', '2'),
    nets: [{ code: 'any', label: label('Any'), categories: ['1', '2'] }],
  },
  { code: 'joy', measurement: 'numeric', label: label('Joy'), minimum: 1, maximum: 10 },
  {
    code: 'causes',
    measurement: 'multiple',
    label: label('Causes'),
    categories: categories('rules', 'hours'),
    askedIf: { variable: 'pressure', in: ['1'] },
  },
  { code: 'remark', measurement: 'text', label: label('Remark') },
  { code: 'weight', measurement: 'weight', label: label('Weight') },
]

/** The header of a file of answers to `variables`. */
export const header = 'respondent,sector,pressure,joy,causes__rules,causes__hours,remark,weight'

/** A codebook with one wave that asks every variable, its answers in `answers.csv`. */
export function smallCodebook(changes: Partial<Codebook['waves'][number]> = {}): Codebook {
  return {
    variables: [...variables],
    waves: [
      {
        code: 'peo-1',
        title: label('First'),
        theme: 'pressure',
        fieldwork: { from: '2020-01-01', to: '2020-02-29' },
        audience: 'public',
        publication: null,
        responses: 'answers.csv',
        variables: variables.map(({ code }) => code),
        ...changes,
      },
    ],
  }
}

/** Twelve respondents, right in every way. */
export const goodAnswers = [
  header,
  ...Array.from({ length: 12 }, (_, index) =>
    [
      index + 1,
      index % 2 === 0 ? 'a' : 'b',
      index < 8 ? '1,7,1,0' : '2,6.5,,',
      index === 0 ? 'call me on 06-12345678' : '',
      '1',
    ].join(','),
  ),
  '',
].join('\n')

/** Writes a codebook and files of answers into a folder that goes when the test ends; gives the codebook's path. */
export async function surveyFolder(
  codebook: object | string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-survey-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  const file = path.join(folder, 'codebook.json')
  const isText = typeof codebook === 'string' || codebook instanceof Uint8Array
  await writeFile(file, isText ? codebook : JSON.stringify(codebook))
  return file
}
