import { randomBytes, randomInt } from 'node:crypto'
import {
  type AnonymousAnswers,
  anonymise,
  type LeftOut,
  openQuestions,
  publishedGroups,
  type ReleasePlan,
  type Solver,
  safeClasses,
  shownGroups,
  silentClasses,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import type { Prisma } from '../generated/prisma/client.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { designVariables } from './release-design.ts'

/**
 * Anonymises the answers of a wave that is released by this plan. Order and ids are random, other ones each time, so
 * they are no part of the digest of the release, which its tables follow from.
 *
 * @returns undefined where no row may be shown
 */
export function anonymousAnswers(
  codebook: ReleaseCodebook,
  data: WaveData,
  plan: ReleasePlan,
  solver: Solver,
): AnonymousAnswers | undefined {
  const { variables } = codebook
  const shown = shownGroups(data, plan)
  const hierarchies = variables.map(({ code, hierarchy = [] }) => [
    code,
    hierarchy.map((level) => ({ code: level.code, groups: level.categories })),
  ])
  return anonymise(data, {
    minimumClassSize: plan.minimumGroupSize,
    background: plan.background,
    ...(plan.boundary !== undefined && { boundary: plan.boundary }),
    hierarchies: Object.fromEntries(hierarchies),
    sensitive: variables.filter(({ sensitive }) => sensitive).map(({ code }) => code),
    weight: variables.find(({ measurement }) => measurement === 'weight')?.code ?? null,
    leftOut: leftOut(codebook),
    published: publishedGroups(shown),
    isSafe: safeClasses(data, shown, plan.minimumGroupSize),
    isSilent: silentClasses(data, plan, solver),
    areOpen: openQuestions(data, plan, solver),
    random: () => randomInt(2 ** 47) / 2 ** 47,
    ids: randomBytes(16 * data.size),
  })
}

function leftOut(codebook: ReleaseCodebook): LeftOut[] {
  const design = designVariables(codebook)
  return codebook.variables.flatMap(({ code, measurement, role }): LeftOut[] => {
    if (measurement === 'text') return [{ variable: code, reason: 'NOT_REVIEWED' }]
    return design.includes(code) && role !== 'background' ? [{ variable: code, reason: 'SAMPLE_DESIGN' }] : []
  })
}

/** Anonymised answers as a release keeps them. */
export function storedAnswers(answers: AnonymousAnswers) {
  const { size, ids, columns, report } = answers
  return {
    respondents: size,
    ids: Uint8Array.from(ids),
    report: report as unknown as Prisma.InputJsonObject,
    columns: {
      create: columns.map(({ variable, option, answers: said, codes }, position) => ({
        position,
        variable,
        option,
        answers: [...said],
        data: Uint8Array.from(codes),
      })),
    },
  } satisfies Prisma.AnonymousFileCreateWithoutReleaseInput
}
