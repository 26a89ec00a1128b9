import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ReleasePlan } from '@peo/disclosure'
import type { Codebook } from '../../packages/server/src/codebook/codebook-format.ts'
import type { Database } from '../../packages/server/src/database/database.ts'
import type { Prisma } from '../../packages/server/src/generated/prisma/client.ts'
import { importSurvey } from '../../packages/server/src/import/import-survey.ts'
import type { CodebookVariable } from './codebook.ts'
import type { TrueWave } from './true-wave.ts'

const label = (text: string) => ({ nl: text, en: text })
const labelled = (code: string) => ({ code, label: label(code) })

/** Publishes waves as staff do: a codebook and a file of answers for each are imported and published. */
export async function publishWaves(database: Database, waves: readonly TrueWave[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-attack-'))
  const file = path.join(folder, 'codebook.json')
  for (const wave of waves) await writeFile(path.join(folder, `${wave.codebook.wave}.csv`), answersOf(wave))
  await writeFile(file, JSON.stringify(codebookOf(waves)))
  const outcome = await importSurvey(database, file, { publish: true, dryRun: false })
  await rm(folder, { recursive: true })
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems.slice(0, 5)))
}

/** Changes the plan that a published wave is protected by, as no service does. */
export async function changePlan(
  { prisma }: Database,
  wave: string,
  change: (plan: ReleasePlan) => ReleasePlan,
): Promise<void> {
  const release = await prisma.release.findFirstOrThrow({ where: { wave: { code: wave } } })
  const plan = change(release.plan as unknown as ReleasePlan) as unknown as Prisma.InputJsonObject
  await prisma.release.update({ where: { id: release.id }, data: { plan } })
}

function codebookOf(waves: readonly TrueWave[]): Codebook {
  const byCode = new Map(
    waves.flatMap(({ codebook }) => codebook.variables.map((variable) => [variable.code, variable] as const)),
  )
  return {
    variables: [
      ...[...byCode.values()].map(variableOf),
      { code: 'weight', measurement: 'weight', label: label('weight') },
    ],
    waves: waves.map(({ codebook, weighting }, index) => ({
      code: codebook.wave,
      title: label(codebook.wave),
      theme: 'attack',
      fieldwork: { from: `20${10 + index}-01-01`, to: `20${10 + index}-02-01` },
      audience: 'public',
      publication: null,
      responses: `${codebook.wave}.csv`,
      variables: [...codebook.variables.map(({ code }) => code), ...(weighting === null ? [] : ['weight'])],
      minimumGroupSize: codebook.minimumGroupSize,
      breakdowns: codebook.breakdowns.map((codes) => [...codes]),
    })),
  }
}

function variableOf(variable: CodebookVariable): Codebook['variables'][number] {
  const { code, measurement, background, categories, nets, askedIf, minimum, maximum } = variable
  return {
    code,
    label: label(code),
    measurement: measurement.toLowerCase() as Lowercase<typeof measurement>,
    ...(background ? { role: 'background' as const } : {}),
    ...(categories.length > 0 ? { categories: categories.map(labelled) } : {}),
    ...(nets.length > 0
      ? { nets: nets.map((net) => ({ ...labelled(net.code), categories: [...net.categories] })) }
      : {}),
    ...(askedIf === null ? {} : { askedIf: { variable: askedIf.variable, in: [...askedIf.categories] } }),
    ...(minimum === null || maximum === null ? {} : { minimum, maximum }),
  }
}

interface Column {
  readonly name: string
  readonly code: string
  readonly option: string | null
}

function answersOf({ codebook, respondents, weighting }: TrueWave): string {
  const columns = codebook.variables.flatMap(({ code, measurement, categories }): Column[] =>
    measurement === 'MULTIPLE'
      ? categories.map((option) => ({ name: `${code}__${option}`, code, option }))
      : [{ name: code, code, option: null }],
  )
  const rows = respondents.map((respondent, index) => [
    index + 1,
    ...columns.map(({ code, option }) => {
      const answer = respondent[code]
      if (answer === undefined) return ''
      return option === null ? String(answer) : Number(answer.includes(option))
    }),
    ...(weighting === null ? [] : [weighting.weights[String(respondent[weighting.variable] ?? '')]]),
  ])
  const header = ['respondent', ...columns.map(({ name }) => name), ...(weighting === null ? [] : ['weight'])]
  return [header, ...rows, []].map((row) => row.join(',')).join('\n')
}
