import { csvLine } from '@peo/formats'
import { entryAddress } from './entry-address.ts'
import type { MadeInvitations } from './invitations.ts'

const headings = {
  nl: ['code', 'link', 'organisatie'],
  en: ['code', 'link', 'organisation'],
} as const

/**
 * Codes and links for mailing, after RFC 4180. No field begins as a formula does: codes are letters and digits, links
 * begin with http, and codes of organisations are small letters, digits and underscores.
 */
export function invitationsCsv(
  url: string,
  { codes, organisation }: Pick<MadeInvitations, 'codes' | 'organisation'>,
  language: keyof typeof headings,
): string {
  const lines = codes.map((code) => [code, entryAddress(url, code), organisation ?? ''])
  return [headings[language], ...lines].map(csvLine).join('')
}
