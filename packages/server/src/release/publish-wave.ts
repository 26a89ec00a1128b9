import { type DisclosurePolicy, loadSolver, planRelease } from '@peo/disclosure'
import { type AnswerCategory, questionLists, variableLists } from '../codebook/answer-lists.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Answers } from '../import/answers.ts'
import { designProblems } from './design-problems.ts'
import { encodeColumn } from './encode-column.ts'
import { type ReleaseCodebook, type ReleasedVariable, releaseCodebook } from './release-codebook.ts'
import { releaseDesign } from './release-design.ts'
import { releaseDigest } from './release-digest.ts'
import { toWaveData } from './wave-data.ts'

const everythingOfWave = {
  breakdowns: {
    orderBy: { position: 'asc' },
    include: {
      variables: { orderBy: { position: 'asc' }, select: { variable: { select: { code: true } } } },
    },
  },
  questions: {
    orderBy: { position: 'asc' },
    include: { variable: { include: variableLists } },
  },
  // Ids are random, so their order says nothing of who answered when.
  respondents: { orderBy: { id: 'asc' } },
  strata: { select: { code: true } },
  clusters: { select: { code: true } },
  releases: { select: { number: true } },
} satisfies Prisma.WaveInclude

type WholeWave = Prisma.WaveGetPayload<{ include: typeof everythingOfWave }>

/**
 * Publishes a wave: computes the release plan, writes the release and marks the wave. Run it in a transaction.
 *
 * @returns the digest of the release
 * @throws Error when the wave does not exist, is not closed, has no answers, or has answers that its design does
 * not fit
 */
export async function publishWave(prisma: Prisma.TransactionClient, code: string): Promise<string> {
  const wave = await prisma.wave.findUniqueOrThrow({ where: { code }, include: everythingOfWave })
  if (wave.status !== 'CLOSED')
    throw new Error(`Wave ${code} is ${wave.status}; only a closed wave is published.`)
  const rows = wave.respondents.map(({ answers }) => answers as Answers)
  if (rows.length === 0) throw new Error(`Wave ${code} has no answers to publish.`)
  const codebook = codebookOf(wave)
  const problems = designProblems(codebook.wave.design, rows)
  if (problems.length > 0) throw new Error(`Wave ${code} does not fit its design:\n${problems.join('\n')}`)
  const columns = new Map(
    codebook.variables.flatMap((variable) => {
      const column = encodeColumn(variable, rows)
      return column === undefined ? [] : [[variable.code, column] as const]
    }),
  )
  const data = toWaveData(codebook, columns, rows.length)
  const design = releaseDesign(codebook, data.columns, rows.length)
  const plan = planRelease(
    { ...data, ...(design && { design }) },
    policyOf(wave, codebook),
    await loadSolver(),
  )
  const digest = releaseDigest(codebook, plan, columns)
  await prisma.release.create({
    data: {
      wave: { connect: { code } },
      number: Math.max(0, ...wave.releases.map(({ number }) => number)) + 1,
      digest,
      publishedOn: new Date(),
      respondents: rows.length,
      codebook,
      plan: plan as unknown as Prisma.InputJsonObject,
      columns: {
        create: [...columns].map(([variable, { data, levels }]) => ({
          variable,
          data,
          levels: [...levels],
        })),
      },
    },
  })
  await prisma.wave.update({ where: { code }, data: { status: 'PUBLISHED' } })
  return digest
}

function policyOf(wave: WholeWave, codebook: ReleaseCodebook): DisclosurePolicy {
  const tabulated = codebook.variables.filter(({ measurement }) => !['text', 'weight'].includes(measurement))
  const background = tabulated.filter(({ role }) => role === 'background').map(({ code }) => code)
  return {
    minimumGroupSize: wave.minimumGroupSize,
    background,
    questions: tabulated.map(({ code }) => code).filter((code) => !background.includes(code)),
    breakdowns: wave.breakdowns.map(({ variables }) => variables.map(({ variable }) => variable.code)),
  }
}

function codebookOf(wave: WholeWave): ReleaseCodebook {
  const { code, titleNl: nl, titleEn: en, fieldworkFrom, strata, clusters, population } = wave
  const design = {
    ...(strata === null ? {} : { strata: strata.code }),
    ...(clusters === null ? {} : { clusters: clusters.code }),
    ...(population === null ? {} : { population }),
  }
  return releaseCodebook.parse({
    wave: {
      code,
      title: { nl, en },
      ...(fieldworkFrom === null ? {} : { fieldworkFrom: fieldworkFrom.toISOString().slice(0, 10) }),
      ...(Object.keys(design).length > 0 ? { design } : {}),
    },
    variables: wave.questions.map(releasedVariable),
  })
}

function releasedVariable(question: WholeWave['questions'][number]): ReleasedVariable {
  const { variable } = question
  const { categories, nets } = questionLists(question)
  const labelled = ({ code, labelNl, labelEn }: AnswerCategory) => ({
    code,
    label: { nl: labelNl, en: labelEn },
  })
  const { askedIfVariable, askedIfCategories, comparabilityNoteNl: nl, comparabilityNoteEn: en } = question
  return {
    code: variable.code,
    measurement: measurementCode(variable.measurement),
    label: { nl: question.wordingNl, en: question.wordingEn },
    ...(variable.background ? { role: 'background' } : {}),
    ...(categories.length > 0 ? { categories: categories.map(labelled) } : {}),
    ...(nets.length > 0
      ? { nets: nets.map((net) => ({ ...labelled(net), categories: [...net.categoryCodes] })) }
      : {}),
    ...(askedIfVariable === null ? {} : { askedIf: { variable: askedIfVariable, in: askedIfCategories } }),
    ...(nl !== null && en !== null ? { comparabilityNote: { nl, en } } : {}),
  }
}

function measurementCode(measurement: WholeWave['questions'][number]['variable']['measurement']) {
  return measurement.toLowerCase() as Lowercase<typeof measurement>
}
