/** The issuer's library. It is tested here on each Node.js that this service supports, so its warning is left out. */
export async function loadProvider(): Promise<typeof import('oidc-provider')> {
  const { warn } = console
  console.warn = (...parts: unknown[]) => {
    if (!/oidc-provider.*Unsupported runtime/.test(String(parts[0]))) warn(...parts)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}
