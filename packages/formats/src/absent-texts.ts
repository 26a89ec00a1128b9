/** How formats made for reading say, instead of a number or an answer, why there is none. */
export const absentTexts = {
  nl: { WITHHELD: 'onderdrukt', NOT_ASKED: 'niet gevraagd', NO_ANSWER: 'geen antwoord' },
  en: { WITHHELD: 'withheld', NOT_ASKED: 'not asked', NO_ANSWER: 'no answer' },
} as const
