import { isDeepStrictEqual } from 'node:util'
import { type AnswerLists, codebookLists, variableLists } from '../codebook/answer-lists.ts'
import type { Codebook, CodebookDesign, CodebookVariable, CodebookWave } from '../codebook/codebook-format.ts'
import type { Measurement, Prisma } from '../generated/prisma/client.ts'
import type { ImportProgress, Survey } from './read-survey.ts'
import { saveAnswers } from './save-answers.ts'

/** The lists of a variable in the database, its hierarchy too. */
type StoredLists = AnswerLists & { readonly hierarchy: Prisma.JsonValue }

/**
 * Writes a survey's variables, waves and answers. Waves with fieldwork behind them are closed, others drafts.
 * Run it in a transaction, when `findClashes` finds none.
 */
export async function saveSurvey(
  prisma: Prisma.TransactionClient,
  survey: Survey,
  progress?: ImportProgress,
): Promise<void> {
  const { codebook, answers } = survey
  const variables = await prisma.variable.findMany({
    select: { code: true, hierarchy: true, ...variableLists },
  })
  const stored = new Map(variables.map(({ code, ...lists }) => [code, lists]))
  const added = codebook.variables.filter(({ code }) => !stored.has(code))
  for (const [index, variable] of added.entries()) {
    await prisma.variable.create({ data: variableData(variable, stored.size + index) })
  }
  for (const wave of codebook.waves) {
    const { id: waveId } = await prisma.wave.create({ data: waveData(wave, codebook, stored) })
    const file = answers.get(wave.code)
    if (file === undefined) continue
    await saveAnswers(prisma, waveId, file, {
      codebook: survey.digest,
      progress: (rows) => progress?.(wave.code, 'written', rows),
    })
  }
}

/** A variable as it is stored. */
export function variableData(variable: CodebookVariable, position: number): Prisma.VariableCreateInput {
  const { categories, nets } = codebookLists(variable)
  return {
    code: variable.code,
    position,
    labelNl: variable.label.nl,
    labelEn: variable.label.en,
    measurement: variable.measurement.toUpperCase() as Measurement,
    background: variable.role === 'background',
    partnerBoundary: variable.partnerBoundary ?? false,
    sensitive: variable.sensitive ?? false,
    hierarchy: variable.hierarchy ?? [],
    core: variable.core ?? false,
    theme: variable.theme ?? null,
    minimum: variable.minimum ?? null,
    maximum: variable.maximum ?? null,
    categories: { create: categories.map((category, index) => ({ ...category, position: index })) },
    nets: {
      create: nets.map((net, index) => ({
        ...net,
        position: index,
        categoryCodes: [...net.categoryCodes],
      })),
    },
  }
}

function waveData(
  wave: CodebookWave,
  codebook: Codebook,
  stored: ReadonlyMap<string, StoredLists>,
): Prisma.WaveCreateInput {
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
    ...statusData(wave),
    audience: wave.audience === 'public' ? 'PUBLIC' : 'PARTNERS',
    fieldworkFrom: wave.fieldwork === null ? null : new Date(wave.fieldwork.from),
    fieldworkTo: wave.fieldwork === null ? null : new Date(wave.fieldwork.to),
    ...(wave.minimumGroupSize === undefined ? {} : { minimumGroupSize: wave.minimumGroupSize }),
    ...designData(wave.design ?? {}),
    breakdowns: {
      create: breakdowns.map((codes, position) => ({
        position,
        variables: {
          create: codes.map((code, place) => ({ position: place, variable: { connect: { code } } })),
        },
      })),
    },
    questions: {
      create: variables.map((variable, position) => ({
        ...questionData(wave, variable, position),
        ...ownLists(variable, stored.get(variable.code)),
      })),
    },
    ...(wave.publication === null
      ? {}
      : { publications: { create: { ...wave.publication, isbn: wave.publication.isbn ?? null } } }),
  }
}

function statusData(wave: CodebookWave) {
  const now = new Date()
  const status = waveStatus(wave, now)
  return { status, ...(status === 'CLOSED' && { closedOn: now }) }
}

function designData({ strata, clusters, population }: CodebookDesign) {
  return {
    ...(strata === undefined ? {} : { strata: { connect: { code: strata } } }),
    ...(clusters === undefined ? {} : { clusters: { connect: { code: clusters } } }),
    ...(population === undefined ? {} : { population }),
  }
}

/** The status that a wave is imported with. Its last day of fieldwork still belongs to the fieldwork. */
export function waveStatus({ fieldwork }: CodebookWave, now: Date): 'DRAFT' | 'CLOSED' {
  return fieldwork !== null && fieldwork.to < now.toISOString().slice(0, 10) ? 'CLOSED' : 'DRAFT'
}

function questionData(wave: CodebookWave, variable: CodebookVariable, position: number) {
  const { code, label, askedIf, core = false, theme = null } = variable
  const note = wave.comparabilityNotes?.[code]
  return {
    position,
    variable: { connect: { code } },
    wordingNl: label.nl,
    wordingEn: label.en,
    askedIfVariable: askedIf?.variable ?? null,
    askedIfCategories: askedIf?.in ?? [],
    comparabilityNoteNl: note?.nl ?? null,
    comparabilityNoteEn: note?.en ?? null,
    core,
    theme,
  }
}

/** The lists of the variable that differ from those stored, in any code, label or place. */
export function ownLists(variable: CodebookVariable, stored?: StoredLists) {
  const { categories, nets } = codebookLists(variable)
  const { hierarchy = [] } = variable
  if (stored === undefined) return {}
  return {
    ...(isDeepStrictEqual(categories, stored.categories) ? {} : { categories }),
    ...(isDeepStrictEqual(nets, stored.nets) ? {} : { nets }),
    ...(isDeepStrictEqual(hierarchy, stored.hierarchy) ? {} : { hierarchy }),
  }
}
