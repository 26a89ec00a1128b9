import { LOWEST_MINIMUM } from '@peo/disclosure'
import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { notTaking } from '../collection/fieldwork.ts'
import { given } from '../follow-up/given.ts'
import type { PrismaClient, Wave } from '../generated/prisma/client.ts'
import type { Audience, WaveStatus } from '../generated/prisma/enums.ts'
import { isBlank } from '../is-blank.ts'
import { type ChangedWave, changeWave, type WaveAsRead } from './change-wave.ts'

/** What staff decide about a wave beside its questions; what is absent stays as it is. */
export interface WaveDetails {
  readonly titleNl?: string | null | undefined
  readonly titleEn?: string | null | undefined
  readonly theme?: string | null | undefined
  readonly fieldworkFrom?: Date | null | undefined
  readonly fieldworkTo?: Date | null | undefined
  readonly audience?: Audience | null | undefined
  readonly minimumGroupSize?: number | null | undefined
  readonly population?: number | null | undefined
  readonly invited?: number | null | undefined
  readonly languages?: readonly string[] | null | undefined
}

type Detail = keyof WaveDetails

/** What may still be changed: after the release was made, only whom it is for and what is counted beside it. */
const changeable: Readonly<Record<WaveStatus, readonly Detail[]>> = {
  DRAFT: [
    ...['titleNl', 'titleEn', 'theme', 'fieldworkFrom', 'fieldworkTo', 'audience', 'minimumGroupSize'],
    ...['population', 'invited', 'languages'],
  ] as Detail[],
  FIELDING: ['titleNl', 'titleEn', 'fieldworkTo', 'audience', 'minimumGroupSize', 'population', 'invited'],
  CLOSED: ['titleNl', 'titleEn', 'audience', 'minimumGroupSize', 'population', 'invited'],
  PUBLISHED: ['audience', 'invited'],
  WITHDRAWN: [],
}

const languages = ['nl', 'en']

/** Makes a wave, as a draft without questions. */
export async function createWave(
  prisma: PrismaClient,
  code: string,
  details: WaveDetails,
): Promise<ChangedWave | UserProblem> {
  if (!/^[a-z0-9-]{1,60}$/.test(code)) {
    const message = `"${code}" is no code of a wave; write small letters, digits and hyphens, such as peo-2024.`
    return userProblem('INVALID_INPUT', 'code', message)
  }
  const problem = wrongDetail(details)
  if (problem !== undefined) return problem
  const taken = () =>
    userProblem('INVALID_INPUT', 'code', `There is a wave ${code} already; choose another code.`)
  const data = { code, titleNl: '', titleEn: '', theme: '', ...stored(details) }
  return prisma.wave.create({ data }).then(
    (wave) => ({ kind: 'wave', wave }) as const,
    (error: unknown) => {
      if ((error as { code?: string }).code === 'P2002') return taken()
      throw error
    },
  )
}

/** Changes some details of a wave, if they may still be changed. */
export function updateWave(
  prisma: PrismaClient,
  asRead: WaveAsRead,
  details: WaveDetails,
  now = new Date(),
): Promise<ChangedWave | UserProblem> {
  const wanted = given(details)
  const states = Object.keys(changeable) as WaveStatus[]
  return changeWave(prisma, asRead, states, async (_, wave) => {
    const late = Object.keys(wanted).find((detail) => !changeable[wave.status].includes(detail as Detail))
    if (late !== undefined) {
      const may = changeable[wave.status].join(', ') || 'nothing'
      const message = `Wave ${wave.code} is ${wave.status}; of it may still be changed: ${may}.`
      return userProblem('WRONG_STATE', late, message)
    }
    const unfit = loweredK(wave, wanted.minimumGroupSize) ?? pastEnd(wave, wanted.fieldworkTo, now)
    if (unfit !== undefined) return unfit
    if (wanted.population !== undefined && wave.strataId !== null) {
      const message = 'The population is by stratum; give it by setDesign, a number for each category.'
      return userProblem('INVALID_INPUT', 'population', message)
    }
    return wrongDetail({ ...detailsOf(wave), ...wanted }) ?? emptiedTitle(wave, wanted) ?? stored(details)
  })
}

/** Who answers is told k, and answers because of it: from then on it is raised at most. */
function loweredK(
  { code, status, minimumGroupSize: k }: Wave,
  wanted: number | null | undefined,
): UserProblem | undefined {
  if (wanted == null || wanted >= k || status === 'DRAFT') return undefined
  const message = `Wave ${code} is ${status}, and people were told that k is ${k}; give ${k} or more.`
  return userProblem('WRONG_STATE', 'minimumGroupSize', message)
}

/** A last day that is past would close the wave for good, within a minute and without a word. */
function pastEnd({ code, status }: Wave, fieldworkTo: Date | null | undefined, now: Date) {
  if (status !== 'FIELDING' || fieldworkTo == null || notTaking({ status, fieldworkTo }, now) === undefined)
    return undefined
  const message = `Wave ${code} takes answers, and this last day is past: it would be closed at once, for good. Give today or a later day; closeWave ends it now.`
  return userProblem('INVALID_INPUT', 'fieldworkTo', message)
}

/** The title that a wave lacks in one of its languages; undefined where it lacks none. */
export function untitled({
  titleNl,
  titleEn,
  languages: own,
}: Pick<Wave, 'titleNl' | 'titleEn' | 'languages'>): 'titleNl' | 'titleEn' | undefined {
  if (own.includes('nl') && isBlank(titleNl)) return 'titleNl'
  return own.includes('en') && isBlank(titleEn) ? 'titleEn' : undefined
}

/** That a wave which is no draft any more would be without a title that it needs. */
function emptiedTitle(wave: Wave, { titleNl, titleEn }: WaveDetails): UserProblem | undefined {
  const lacking = untitled({ ...wave, ...given({ titleNl, titleEn }) })
  if (wave.status === 'DRAFT' || (titleNl ?? titleEn) == null || lacking === undefined) return undefined
  const message = `The title is empty, and wave ${wave.code} is ${wave.status}; give one in each of its languages.`
  return userProblem('INVALID_INPUT', lacking, message)
}

function detailsOf({ titleNl, titleEn, fieldworkFrom, fieldworkTo, minimumGroupSize }: Wave): WaveDetails {
  return { titleNl, titleEn, fieldworkFrom, fieldworkTo, minimumGroupSize }
}

function wrongDetail(details: WaveDetails): UserProblem | undefined {
  const { fieldworkFrom: from, fieldworkTo: to, minimumGroupSize, theme } = details
  const wrong = (field: Detail, message: string) => userProblem('INVALID_INPUT', field, message)
  if (minimumGroupSize != null && (minimumGroupSize < LOWEST_MINIMUM || minimumGroupSize > 1000))
    return wrong('minimumGroupSize', `k is ${minimumGroupSize}; it is 5 or more, up to 1000.`)
  if (from != null && to != null && from > to)
    return wrong('fieldworkTo', 'The fieldwork ends before it begins; change one of the two days.')
  if (theme != null && !/^[a-z0-9_]+$/.test(theme))
    return wrong('theme', `"${theme}" is no code of a theme; write small letters, digits and underscores.`)
  for (const field of ['titleNl', 'titleEn'] as const) {
    if ((details[field]?.length ?? 0) > 200) return wrong(field, 'The title is longer than 200 characters.')
  }
  for (const field of ['population', 'invited'] as const) {
    if ((details[field] ?? 1) < 1)
      return wrong(field, `${details[field]} is no number of people; give 1 or more.`)
  }
  const own = details.languages
  if (own != null && (own.length === 0 || own.some((one) => !languages.includes(one))))
    return wrong('languages', 'A wave is put in nl, en or both; name at least one of them.')
  return undefined
}

function stored({ languages: own, ...details }: WaveDetails) {
  return { ...given(details), ...(own != null && { languages: [...new Set(own)] }) }
}
