import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import type { PrismaClient, Wave } from '../../generated/prisma/client.ts'
import { changeQuestionnaire } from '../../wave-life/change-questionnaire.ts'
import { openWave } from '../../wave-life/open-wave.ts'
import { createWave } from '../../wave-life/wave-details.ts'

const label = (text: string) => ({ nl: text, en: text })
const categories = (...codes: string[]) => codes.map((code) => ({ code, label: label(code) }))

/** One variable of each measurement that people are asked; `causes` is asked of who has `pressure` 1. */
export const questions: readonly CodebookVariable[] = [
  {
    code: 'employer',
    measurement: 'nominal',
    label: label('Employer'),
    role: 'background',
    partnerBoundary: true,
    categories: categories('org_a', 'org_b', 'org_c'),
  },
  { code: 'pressure', measurement: 'ordinal', label: label('Pressure'), categories: categories('1', '2') },
  { code: 'joy', measurement: 'numeric', label: label('Joy'), minimum: 1, maximum: 10 },
  {
    code: 'causes',
    measurement: 'multiple',
    label: label('Causes'),
    categories: categories('rules', 'hours'),
    askedIf: { variable: 'pressure', in: ['1'] },
  },
  { code: 'comment', measurement: 'text', label: label('Comment') },
]

/** Makes a wave that asks `questions`, and opens it on its first day unless it is to be a draft. */
export async function fieldingWave(
  prisma: PrismaClient,
  code: string,
  { draft = false, fieldworkTo = new Date('2999-12-31') } = {},
): Promise<Wave> {
  const fieldworkFrom = new Date('2020-01-01')
  const made = await createWave(prisma, code, {
    titleNl: code,
    titleEn: code,
    theme: 'x',
    fieldworkFrom,
    fieldworkTo,
  })
  const asked = await changeQuestionnaire(prisma, { wave: code, version: 1 }, () => ({
    questions,
    breakdowns: [['employer']],
  }))
  const opened = draft ? asked : await openWave(prisma, { wave: code, version: 2 }, fieldworkFrom)
  const problem = [made, asked, opened].find(({ kind }) => kind === 'problem')
  if (problem !== undefined || opened.kind === 'problem') throw new Error(JSON.stringify(problem))
  return opened.wave
}
