import type { App } from '../../app.ts'

/** What `/oauth/token` answers. */
export interface TokenAnswer {
  readonly status: number
  readonly access_token: string
  readonly expires_in?: number
  readonly scope?: string
  readonly error?: string
}

/** Asks the issuer for a token by the client credentials, with a secret in the header or other parameters. */
export async function askToken(
  app: App,
  client: { readonly id: string; readonly secret: string } | undefined,
  parameters: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const basic = client && Buffer.from(`${client.id}:${client.secret}`).toString('base64')
  const response = await app.fetch('http://localhost/oauth/token', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(basic && { authorization: `Basic ${basic}` }),
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...parameters }).toString(),
  })
  return { status: response.status, ...((await response.json()) as Omit<TokenAnswer, 'status'>) }
}
