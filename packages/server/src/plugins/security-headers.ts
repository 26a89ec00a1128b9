import type { Plugin } from 'graphql-yoga'

/**
 * What every answer tells browsers, unless it says otherwise itself: data may be read by pages of any host, and none
 * of it runs or is framed.
 */
const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** The headers of every answer of a service at this address: over HTTPS, browsers keep to it for a year. */
export function securityHeaders(url: string): Readonly<Record<string, string>> {
  return url.startsWith('https:')
    ? { ...safeHeaders, 'strict-transport-security': 'max-age=31536000' }
    : safeHeaders
}

/** Adds headers to every answer that does not have them. */
export function useSecurityHeaders(headers: Readonly<Record<string, string>>): Plugin {
  return {
    onResponse({ response }) {
      for (const [name, value] of Object.entries(headers)) {
        if (!response.headers.has(name)) response.headers.set(name, value)
      }
    },
  }
}
