import path from 'node:path'
import { noteLocally } from '../audit/note-locally.ts'
import { rewriteRows } from '../collection/sweep-rows.ts'
import type { Database } from '../database/database.ts'
import { AuditFailed, describeFinding } from '../release/audit-failed.ts'
import { designProblems } from '../release/design-problems.ts'
import { type PublishOptions, prepareRelease } from '../release/prepare-release.ts'
import { writeRelease } from '../release/write-release.ts'
import { findClashes } from './find-clashes.ts'
import { type ImportProgress, readSurvey, type Survey, type SurveyProblem } from './read-survey.ts'
import { saveSurvey, waveStatus } from './save-survey.ts'

/** How to import. */
export interface ImportOptions extends PublishOptions {
  /** Publish the waves that have answers. */
  readonly publish: boolean
  /** Only check; write nothing. */
  readonly dryRun: boolean
  /** Told how many rows were checked and written. */
  readonly rows?: ImportProgress
}

/** A wave of an import. */
export interface ImportedWave {
  readonly code: string
  readonly respondents: number
}

/** What was imported, or what kept it from being so. */
export type ImportOutcome =
  | {
      readonly waves: readonly ImportedWave[]
      /** Whether all of it was imported before, so that nothing was changed. */
      readonly already?: true
    }
  | { readonly problems: readonly SurveyProblem[] }

/** Generous: release plans of what nobody else sees yet are computed and audited inside the transaction. */
const transactionTimeout = 60 * 60_000

/** Imports a codebook and the answers it names: all of it, or nothing and a list of what is wrong. */
export async function importSurvey(
  database: Database,
  codebookFile: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const survey = await readSurvey(codebookFile, options.rows)
  return 'problems' in survey ? survey : storeSurvey(database, survey, codebookFile, options)
}

/** Imports a survey that was read from a codebook file: all of it, or nothing and a list of what is wrong. */
export async function storeSurvey(
  database: Database,
  survey: Survey,
  codebookFile: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const waves = survey.codebook.waves.map(({ code }) => ({
    code,
    respondents: survey.answers.get(code)?.respondents ?? 0,
  }))
  if (await isImported(database, survey, options.publish)) return { waves, already: true }
  const problems = [
    ...(await findClashes(database, survey, codebookFile)),
    ...(options.publish ? findUnpublishable(survey, codebookFile) : []),
  ]
  if (problems.length > 0) return { problems }
  const failed = options.dryRun ? undefined : await write(database, survey, codebookFile, options)
  if (failed !== undefined) return { problems: auditProblems(failed, codebookFile) }
  return { waves }
}

/** Whether these waves were imported (and published) from the very same codebook and files of answers. */
async function isImported(
  { prisma }: Database,
  { digest, answers, codebook }: Survey,
  publish: boolean,
): Promise<boolean> {
  const waves = await prisma.wave.findMany({
    where: { code: { in: codebook.waves.map(({ code }) => code) } },
    select: {
      code: true,
      status: true,
      importedFiles: { where: { codebook: digest ?? null }, select: { digest: true } },
    },
  })
  const same = waves.filter(
    ({ code, status, importedFiles }) =>
      importedFiles.some((file) => file.digest === answers.get(code)?.digest) &&
      (status === 'PUBLISHED' || !publish),
  )
  return answers.size > 0 && same.length === answers.size && waves.length === codebook.waves.length
}

/** Writes all of a survey, or nothing and says which audit it did not pass. */
async function write(
  database: Database,
  survey: Survey,
  codebookFile: string,
  options: ImportOptions,
): Promise<AuditFailed | undefined> {
  const { by = 'command line' } = options
  let isApart = false
  try {
    await database.prisma.$transaction(
      async (transaction) => {
        await saveSurvey(transaction, survey, options.rows)
        await noteLocally(transaction, by, {
          subject: 'import',
          waves: survey.codebook.waves.map(({ code }) => code),
          asked: { codebook: path.basename(codebookFile), publish: options.publish },
          digests: [],
        })
        if (!options.publish) return
        for (const code of survey.answers.keys()) {
          const release = await prepareRelease(transaction, code, options)
          isApart = (await writeRelease(transaction, release, by)).isApart || isApart
        }
      },
      { timeout: transactionTimeout },
    )
    if (isApart) await rewriteRows(database.prisma)
    return undefined
  } catch (error) {
    if (error instanceof AuditFailed) return error
    throw error
  }
}

function auditProblems({ wave, findings }: AuditFailed, file: string): SurveyProblem[] {
  return findings.map((finding) => ({
    file,
    row: null,
    column: `waves.${wave}`,
    code: 'AUDIT_FAILED',
    message: describeFinding(finding),
  }))
}

/** What `prepareRelease` would refuse, said before anything is written. */
function findUnpublishable({ codebook, answers }: Survey, file: string): SurveyProblem[] {
  return codebook.waves.flatMap((wave) => {
    const read = answers.get(wave.code)
    if (read === undefined) return []
    const at = { file, row: null, column: `waves.${wave.code}` }
    const open = { ...at, code: 'WAVE_NOT_CLOSED', message: 'is published only when its fieldwork is over' }
    return [
      ...(waveStatus(wave, new Date()) === 'CLOSED' ? [] : [open]),
      ...designProblems(wave.design, read.sampled).map((message) => ({
        ...at,
        column: `waves.${wave.code}.design`,
        code: 'DESIGN_NOT_MET',
        message,
      })),
    ]
  })
}
