import { createApp } from '../packages/server/src/app.ts'
import { hashCode, newCode } from '../packages/server/src/collection/secret-code.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { ask } from '../packages/server/src/testing/ask.ts'

const asked = [
  ...['sector', 'ervaring', 'organisatie', 'werkgebied', 'ruimte_algemeen', 'werkplezier', 'werkdruk'],
  ...['oorzaken_werkdruk', 'gevolgen_werkdruk', 'wat_helpt'],
]

/** A wave that takes answers. */
export interface FieldedWave {
  readonly id: string
  /** The code of an invitation that names no organisation. */
  readonly code: string
  /** Of one of somebody who works at `org_c`. */
  readonly organisationCode: string
  /** The secret of a link that all may use. */
  readonly link: string
}

/** Makes a wave of questions of the examples and one of a number, in the way that staff do, and opens it. */
export async function fieldedWave(database: Database): Promise<FieldedWave> {
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  let version = 0
  const change = async (mutation: string, input: string) => {
    const of = mutation === 'createWave' ? 'code: "peo-2024"' : `wave: "peo-2024", version: ${version}`
    const document = `mutation { change: ${mutation}(input: { ${of}, ${input} }) { wave { version } errors { message } } }`
    const { data, errors } = await ask<{
      change: { wave: { version: number } | null; errors: { message: string }[] }
    }>(staff, document)
    if (data?.change.wave == null) throw new Error(JSON.stringify(errors ?? data.change.errors))
    version = data.change.wave.version
  }
  await change(
    'createWave',
    'titleNl: "Ruimte en werkdruk 2024", titleEn: "Space and work pressure 2024", theme: "werkdruk", fieldworkFrom: "2024-03-01", fieldworkTo: "2999-12-31"',
  )
  await change('takeOverQuestions', `from: "peo-2022", variables: ${JSON.stringify(asked)}`)
  await change(
    'saveQuestion',
    'question: { variable: "clienten", measurement: NUMERIC, minimum: 0, maximum: 400, wordingNl: "Hoeveel cliënten begeleidt u?", wordingEn: "How many clients do you support?" }',
  )
  const towns = Array.from(
    { length: 13 },
    (_, town) => `{ code: "${town}", labelNl: "Plaats ${town}", labelEn: "Town ${town}" }`,
  )
  await change(
    'saveQuestion',
    `question: { variable: "plaats", measurement: NOMINAL, wordingNl: "Waar werkt u het meest?", wordingEn: "Where do you work most?", categories: [${towns}] }`,
  )
  await change('openWave', '')
  const { prisma } = database
  const { id } = await prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2024' } })
  const [code, organisationCode, link] = [newCode(), newCode(), newCode()]
  await prisma.invitation.create({ data: { waveId: id, codeHash: hashCode(code)! } })
  await prisma.invitation.create({
    data: { waveId: id, codeHash: hashCode(organisationCode)!, organisation: 'org_c' },
  })
  await prisma.answerLink.create({ data: { waveId: id, secretHash: hashCode(link)!, organisation: 'org_c' } })
  return { id, code, organisationCode, link }
}
