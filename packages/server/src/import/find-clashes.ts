import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Survey, SurveyProblem } from './read-survey.ts'

/** Selects what a variable means, for `differences`. */
export const definition = {
  code: true,
  measurement: true,
  background: true,
  partnerBoundary: true,
  sensitive: true,
  minimum: true,
  maximum: true,
} satisfies Prisma.VariableSelect

type StoredVariable = Prisma.VariableGetPayload<{ select: typeof definition }>

/**
 * What a survey has that the database has otherwise: a wave by the same code, or a variable that means something
 * else. A variable that means the same is used again; its wording, categories and nets may differ from wave to wave.
 */
export async function findClashes(
  { prisma }: Database,
  { codebook }: Survey,
  file: string,
): Promise<SurveyProblem[]> {
  const among = (items: readonly { code: string }[]) => ({ code: { in: items.map(({ code }) => code) } })
  const waves = await prisma.wave.findMany({ where: among(codebook.waves), select: { code: true } })
  const variables = await prisma.variable.findMany({ where: among(codebook.variables), select: definition })
  const at = { file, row: null }
  return [
    ...waves.map(({ code }) => ({
      ...at,
      column: `waves.${code}`,
      code: 'WAVE_EXISTS',
      message: `the wave ${code} is in the database already; import answers into it with --wave ${code}`,
    })),
    ...variables.flatMap((stored) =>
      codebook.variables
        .filter(({ code }) => code === stored.code)
        .flatMap((variable) => differences(variable, stored))
        .map((message) => ({ ...at, column: `variables.${stored.code}`, code: 'VARIABLE_DIFFERS', message })),
    ),
  ]
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no')

/** What a variable means otherwise here than in the database. */
export function differences(variable: CodebookVariable, stored: StoredVariable): string[] {
  const parts = [
    ['measurement', variable.measurement, stored.measurement.toLowerCase()],
    [
      'role',
      variable.role === 'background' ? 'background' : 'question',
      stored.background ? 'background' : 'question',
    ],
    ['mark partnerBoundary', yesOrNo(variable.partnerBoundary ?? false), yesOrNo(stored.partnerBoundary)],
    ['sensitivity', yesOrNo(variable.sensitive ?? false), yesOrNo(stored.sensitive)],
    ['minimum', variable.minimum ?? 'none', stored.minimum ?? 'none'],
    ['maximum', variable.maximum ?? 'none', stored.maximum ?? 'none'],
  ] as const
  return parts
    .filter(([, now, before]) => now !== before)
    .map(
      ([part, now, before]) =>
        `its ${part} is "${now}" here and "${before}" in the database; give a variable that means something else a code of its own`,
    )
}
