import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { variablesOf, waveWithVariables } from '../import/wave-variables.ts'
import type { Language } from '../tables/table-labels.ts'
import type { AskedQuestion, AskedQuestionnaire, WaveHeading } from './questionnaire.ts'

/**
 * Reads what a wave asks, in order.
 *
 * @param organisation category code of the partner organisation that is known already, which is then not asked
 * @returns undefined where there is no such wave
 */
export async function readQuestionnaire(
  prisma: PrismaClient,
  waveId: string,
  organisation: string | null,
): Promise<AskedQuestionnaire | undefined> {
  const wave = await prisma.wave.findUnique({ where: { id: waveId }, include: waveWithVariables })
  if (wave === null) return undefined
  const variables = variablesOf(wave)
  const boundary =
    organisation === null ? undefined : variables.find(({ partnerBoundary }) => partnerBoundary === true)
  const design = [wave.strata?.code, wave.clusters?.code]
  return {
    ...headingOf(wave),
    minimumGroupSize: wave.minimumGroupSize,
    isPublic: wave.audience === 'PUBLIC',
    questions: variables.flatMap((variable): AskedQuestion[] => {
      const { code, measurement, label, categories = [], minimum, maximum, askedIf } = variable
      if (measurement === 'weight') return []
      const rest = {
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
        ...(askedIf && { askedIf }),
        ...(variable === boundary && { known: organisation! }),
      }
      const required = design.includes(code)
      return [{ code, measurement, wording: label, categories, required, ...rest }]
    }),
    organisation: boundary?.categories?.find(({ code }) => code === organisation)?.label,
  }
}

/** Reads what a wave tells before its questions, by its code; undefined where there is none. */
export async function readHeading(
  prisma: PrismaClient,
  where: Pick<Prisma.WaveWhereUniqueInput, 'status'> & { readonly code: string },
): Promise<WaveHeading | undefined> {
  const wave = await prisma.wave.findUnique({ where })
  return wave === null ? undefined : headingOf(wave)
}

type Wave = Prisma.WaveGetPayload<object>

function headingOf({ code, titleNl, titleEn, languages, fieldworkFrom, fieldworkTo }: Wave): WaveHeading {
  return {
    code,
    title: { nl: titleNl, en: titleEn },
    languages: languages.filter((language): language is Language => language === 'nl' || language === 'en'),
    firstDay: fieldworkFrom ?? undefined,
    lastDay: fieldworkTo ?? undefined,
  }
}
