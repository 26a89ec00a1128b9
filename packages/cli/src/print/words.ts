import type { Language } from '@peo/sdk'

/** What the printed tables say around their figures. */
export const words = {
  NL: {
    base: 'basis (n)',
    total: 'totaal',
    mean: 'gemiddelde',
    deviation: 'standaardafw.',
    interval: 'interval',
    median: 'mediaan',
    WITHHELD: '×',
    NOT_ASKED: '·',
    withheldNote: '×  onderdrukt: te weinig mensen, of anders te herleiden',
    notAskedNote: '·  niet gevraagd',
    percent: 'kolompercentages',
    weighted: 'gewogen',
    intervals: (percent: string) => `intervallen van ${percent}%`,
    letters: (percent: string, isTrend: boolean) =>
      `a, b …  hoger dan die kolom${isTrend ? ' van dezelfde meting' : ''} (Holm, ${percent}%)`,
  },
  EN: {
    base: 'base (n)',
    total: 'total',
    mean: 'mean',
    deviation: 'std. deviation',
    interval: 'interval',
    median: 'median',
    WITHHELD: '×',
    NOT_ASKED: '·',
    withheldNote: '×  withheld: too few people, or to be worked out otherwise',
    notAskedNote: '·  not asked',
    percent: 'column percentages',
    weighted: 'weighted',
    intervals: (percent: string) => `${percent}% intervals`,
    letters: (percent: string, isTrend: boolean) =>
      `a, b …  higher than that column${isTrend ? ' of the same wave' : ''} (Holm, ${percent}%)`,
  },
} as const

/** A number as people write it. */
export function numeral(value: number, digits: number, language: Language): string {
  return value.toLocaleString(language === 'NL' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
