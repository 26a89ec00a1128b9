import {
  type AnswerCategory,
  questionHierarchy,
  questionLists,
  variableLists,
} from '../codebook/answer-lists.ts'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { isBlank } from '../is-blank.ts'
import { type ReleaseCodebook, type ReleasedVariable, releaseCodebook } from './release-codebook.ts'

/** Selects what the codebook of a wave follows from, for `waveCodebook`. */
export const codebookOfWave = {
  questions: {
    orderBy: { position: 'asc' },
    include: { variable: { include: variableLists } },
  },
  strata: { select: { code: true } },
  clusters: { select: { code: true } },
} satisfies Prisma.WaveInclude

type WaveWithCodebook = Prisma.WaveGetPayload<{ include: typeof codebookOfWave }>

/** What the variables of a wave mean, as a release keeps it. */
export function waveCodebook(wave: WaveWithCodebook): ReleaseCodebook {
  return releaseCodebook.parse(storedCodebook(wave))
}

/** What keeps the codebook of a wave from being read, a line for each; none where it can be. */
export function whyUnreadable(wave: WaveWithCodebook): string[] {
  const { error } = releaseCodebook.safeParse(storedCodebook(wave))
  return (error?.issues ?? []).map(({ path, message }) => {
    const [part, place, ...rest] = path
    const question = part === 'variables' ? wave.questions[Number(place)] : undefined
    const named = question === undefined ? path : [question.variable.code, ...rest]
    return `${named.map(String).join('.')}: ${message}`
  })
}

function storedCodebook(wave: WaveWithCodebook): unknown {
  const { code, titleNl: nl, titleEn: en, fieldworkFrom } = wave
  const design = designOf(wave)
  const codebook = {
    wave: {
      code,
      title: { nl, en },
      ...(fieldworkFrom === null ? {} : { fieldworkFrom: fieldworkFrom.toISOString().slice(0, 10) }),
      ...(design === undefined ? {} : { design }),
    },
    variables: wave.questions.map(releasedVariable),
  }
  return JSON.parse(JSON.stringify(codebook, (_, value) => inBoth(value)))
}

/** A text that a wave of one language has in that alone stands for both. */
function inBoth(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nl' in value && 'en' in value)) return value
  const { nl, en } = value
  return { nl: isEmpty(nl) ? en : nl, en: isEmpty(en) ? nl : en }
}

const isEmpty = (text: unknown) => typeof text !== 'string' || isBlank(text)

/** How the respondents of a wave were sampled; undefined where each by itself of a large population. */
export function designOf({
  strata,
  clusters,
  population,
}: Pick<WaveWithCodebook, 'strata' | 'clusters' | 'population'>): CodebookDesign | undefined {
  const parts = {
    ...(strata === null ? {} : { strata: strata.code }),
    ...(clusters === null ? {} : { clusters: clusters.code }),
    ...(population === null ? {} : { population: population as NonNullable<CodebookDesign['population']> }),
  }
  return Object.keys(parts).length > 0 ? parts : undefined
}

/** A question as a codebook has it. */
export function releasedVariable(question: WaveWithCodebook['questions'][number]): ReleasedVariable {
  const { variable } = question
  const { categories, nets } = questionLists(question)
  const hierarchy = questionHierarchy(question)
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
    ...(variable.partnerBoundary ? { partnerBoundary: true } : {}),
    ...(variable.sensitive ? { sensitive: true } : {}),
    ...(hierarchy.length > 0 ? { hierarchy } : {}),
    ...(categories.length > 0 ? { categories: categories.map(labelled) } : {}),
    ...(nets.length > 0
      ? { nets: nets.map((net) => ({ ...labelled(net), categories: [...net.categoryCodes] })) }
      : {}),
    ...(askedIfVariable === null ? {} : { askedIf: { variable: askedIfVariable, in: askedIfCategories } }),
    ...(nl !== null && en !== null ? { comparabilityNote: { nl, en } } : {}),
  }
}

function measurementCode(measurement: WaveWithCodebook['questions'][number]['variable']['measurement']) {
  return measurement.toLowerCase() as Lowercase<typeof measurement>
}
