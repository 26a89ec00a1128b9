import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/

const role = z.strictObject({
  /** Where the claim is: its name, or the names on the way to it. */
  claim: z.array(z.string()).min(1),
  /** What the claim is, or has among its values. */
  value: z.string(),
  role: z.enum(['PARTNER', 'RESEARCHER', 'STAFF']),
})

const outsideIssuer = z.strictObject({
  /** Its name, as its tokens say it in `iss`; where its `.well-known/openid-configuration` is. */
  issuer: z
    .url()
    .refine((url) => url.startsWith('https:') || loopback.test(url), 'must be https, except on this machine'),
  /** What its tokens for this service say in `aud`. */
  audience: z.string().min(1),
  algorithms: z
    .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']))
    .min(1)
    .default(['RS256']),
  /** The first that fits counts. */
  roles: z.array(role).min(1),
  /** The claim that holds the organisation a reader is of, as a category code. */
  organisation: z.array(z.string()).min(1).optional(),
})

const issuers = z.array(outsideIssuer).superRefine((all, { addIssue }) => {
  for (const [index, { issuer }] of all.entries()) {
    if (all.findIndex((one) => one.issuer === issuer) < index) {
      addIssue({ code: 'custom', path: [index, 'issuer'], message: `${issuer} is there twice` })
    }
  }
})

/** An issuer that is not ours, whose access tokens are taken, and what they make of their readers. */
export type OutsideIssuer = z.infer<typeof outsideIssuer>

/**
 * Reads the file of outside issuers.
 *
 * @throws Error when it cannot be read, or is not as `docs/access.md` says: which file, where, and why
 */
export async function readOutsideIssuers(file: string): Promise<OutsideIssuer[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Error(`ISSUERS names ${file}, which cannot be read: ${error.message}.`)
  })
  const parsed = issuers.safeParse(readJson(file, text))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`,
  )
  throw new Error(`ISSUERS names ${file}, which is not as docs/access.md says: ${problems.join('; ')}.`)
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`ISSUERS names ${file}, which is no JSON: ${(error as Error).message}.`)
  }
}
