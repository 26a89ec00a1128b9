import type { App } from '../../app.ts'
import type { Database } from '../../database/database.ts'
import { hashCode, newCode } from '../secret-code.ts'
import { fieldingWave } from './fielding-wave.ts'

const origin = 'http://localhost:4000'

let waves = 0

/** A wave with the code of an invitation. */
export async function invited(
  { prisma }: Database,
  { organisation = null as string | null, ...wave }: Record<string, unknown> = {},
) {
  const { id: waveId, code: waveCode } = await fieldingWave(prisma, `asked-${++waves}`, wave)
  const [code, link] = [newCode(), newCode()]
  const of = { waveId, organisation: organisation as string | null }
  await prisma.invitation.create({ data: { ...of, codeHash: hashCode(code)! } })
  await prisma.answerLink.create({ data: { ...of, secretHash: hashCode(link)! } })
  return { waveId, waveCode, code, link, path: `/answer/${code}` }
}

/** Sends a form as the page of a questionnaire does. */
export const postForm = (
  app: App,
  path: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
) =>
  app.fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  })

/** The hidden fields of a page. */
export const hiddenFields = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
