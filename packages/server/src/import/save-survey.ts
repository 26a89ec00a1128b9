import { randomUUID } from 'node:crypto'
import type { Codebook, CodebookVariable, CodebookWave } from '../codebook/codebook-format.ts'
import type { Measurement, Prisma } from '../generated/prisma/client.ts'
import type { Survey } from './read-survey.ts'

/**
 * Writes a survey's variables, waves and answers. Waves with fieldwork behind them are closed, others drafts.
 * Run it in a transaction, on a database that has none of the codes yet.
 */
export async function saveSurvey(prisma: Prisma.TransactionClient, survey: Survey): Promise<void> {
  const { codebook, answers } = survey
  const offset = await prisma.variable.count()
  for (const [index, variable] of codebook.variables.entries()) {
    await prisma.variable.create({ data: variableData(variable, offset + index) })
  }
  for (const wave of codebook.waves) {
    await prisma.wave.create({ data: waveData(wave, codebook) })
    const rows = (answers.get(wave.code) ?? []).map((row) => ({ id: randomUUID(), answers: row }))
    const { id: waveId } = await prisma.wave.findUniqueOrThrow({
      where: { code: wave.code },
      select: { id: true },
    })
    await prisma.respondent.createMany({ data: rows.map((row) => ({ ...row, waveId })) })
  }
}

function labelled({ code, label }: { code: string; label: { nl: string; en: string } }, position: number) {
  return { code, position, labelNl: label.nl, labelEn: label.en }
}

function variableData(variable: CodebookVariable, position: number): Prisma.VariableCreateInput {
  return {
    ...labelled(variable, position),
    measurement: variable.measurement.toUpperCase() as Measurement,
    background: variable.role === 'background',
    partnerBoundary: variable.partnerBoundary ?? false,
    core: variable.core ?? false,
    theme: variable.theme ?? null,
    minimum: variable.minimum ?? null,
    maximum: variable.maximum ?? null,
    categories: { create: (variable.categories ?? []).map(labelled) },
    nets: {
      create: (variable.nets ?? []).map((net, index) => ({
        ...labelled(net, index),
        categoryCodes: net.categories,
      })),
    },
  }
}

function waveData(wave: CodebookWave, codebook: Codebook): Prisma.WaveCreateInput {
  const variables = wave.variables.flatMap((code) =>
    codebook.variables.filter((variable) => variable.code === code),
  )
  const background = variables.filter((variable) => variable.role === 'background')
  const breakdowns = wave.breakdowns ?? background.map(({ code }) => [code])
  return {
    code: wave.code,
    titleNl: wave.title.nl,
    titleEn: wave.title.en,
    theme: wave.theme,
    status: waveStatus(wave, new Date()),
    fieldworkFrom: wave.fieldwork === null ? null : new Date(wave.fieldwork.from),
    fieldworkTo: wave.fieldwork === null ? null : new Date(wave.fieldwork.to),
    ...(wave.minimumGroupSize === undefined ? {} : { minimumGroupSize: wave.minimumGroupSize }),
    breakdowns: {
      create: breakdowns.map((codes, position) => ({
        position,
        variables: {
          create: codes.map((code, place) => ({ position: place, variable: { connect: { code } } })),
        },
      })),
    },
    questions: { create: variables.map(questionData) },
    ...(wave.publication === null
      ? {}
      : { publications: { create: { ...wave.publication, isbn: wave.publication.isbn ?? null } } }),
  }
}

/** The status that a wave is imported with. Its last day of fieldwork still belongs to the fieldwork. */
export function waveStatus({ fieldwork }: CodebookWave, now: Date): 'DRAFT' | 'CLOSED' {
  return fieldwork !== null && fieldwork.to < now.toISOString().slice(0, 10) ? 'CLOSED' : 'DRAFT'
}

function questionData({ code, label, askedIf }: CodebookVariable, position: number) {
  return {
    position,
    variable: { connect: { code } },
    wordingNl: label.nl,
    wordingEn: label.en,
    askedIfVariable: askedIf?.variable ?? null,
    askedIfCategories: askedIf?.in ?? [],
  }
}
