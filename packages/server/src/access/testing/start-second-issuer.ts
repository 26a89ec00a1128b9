import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterFile } from '../../testing/after-file.ts'

/** An issuer in a process of its own. */
export interface SecondIssuer {
  readonly issuer: string
  /** Its private key, to forge with. */
  readonly key: JWK
  /** Asks it for a token as `researcher` or `guest`. */
  token(client: string, resource?: string): Promise<string>
}

/** Starts an issuer whose tokens are for `audience`; gone when the test file ends. */
export async function startSecondIssuer(audience: string): Promise<SecondIssuer> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'second', alg: 'ES256' }
  const child = fork(fileURLToPath(new URL('./second-issuer.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, KEY: JSON.stringify(key), AUDIENCE: audience },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  afterFile(() => {
    child.kill()
  })
  const [issuer] = (await once(child, 'message')) as [string]
  const token = async (client: string, resource = audience) => {
    const basic = Buffer.from(`${client}:known+to+its+test`).toString('base64')
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
    })
    return ((await response.json()) as { access_token: string }).access_token
  }
  return { issuer, key, token }
}
