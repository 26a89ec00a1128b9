import type { Language } from '../tables/table-labels.ts'

/** The languages that pages are written in. */
export const pageLanguages: readonly Language[] = ['nl', 'en']

/**
 * The language to answer somebody in: the one asked for, else what their browser prefers, else the first there is.
 *
 * @param accepted the header `Accept-Language`
 */
export function preferredLanguage(
  asked: string | null | undefined,
  accepted: string | null,
  languages: readonly Language[],
): Language {
  const chosen = languages.find((language) => language === asked)
  if (chosen !== undefined) return chosen
  const ranges = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
      const quality = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1)
      return { language: tag.split('-')[0]!.toLowerCase(), quality }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  const preferred = ranges.map(({ language }) => language)
  return (
    preferred.map((tag) => languages.find((language) => language === tag)).find(Boolean) ??
    languages[0] ??
    'nl'
  )
}
