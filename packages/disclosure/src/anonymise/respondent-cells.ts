/** Respondents alike in every background variable and in the finest bin of their weight. */
export interface Cell {
  /** By background variable, the number of the category, `NO_ANSWER` or `NOT_ASKED`. */
  readonly codes: readonly number[]
  readonly weightBin: number
  readonly respondents: readonly number[]
  /** By sensitive question: the answer that all give, `NONE` or `SEVERAL`. */
  readonly answers: readonly number[]
}

/** Nobody gives an answer. */
const NONE = -1
/** They differ in their answers. */
const SEVERAL = -2

/**
 * Puts respondents who are alike together.
 *
 * @param background the codes of each background variable, by respondent
 * @param sensitive by sensitive question the number of the answer of each respondent, -1 without one
 */
export function respondentCells(
  size: number,
  background: readonly Uint8Array[],
  weightBin: Uint8Array,
  sensitive: readonly Int32Array[],
): Cell[] {
  const cells = new Map<string, number[]>()
  for (let respondent = 0; respondent < size; respondent++) {
    const key = String.fromCharCode(weightBin[respondent]!, ...background.map((codes) => codes[respondent]!))
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [respondent])
    else cell.push(respondent)
  }
  return [...cells.values()].map((respondents) => {
    const first = respondents[0]!
    return {
      codes: background.map((codes) => codes[first]!),
      weightBin: weightBin[first]!,
      respondents,
      answers: sensitive.map((numbers) =>
        respondents.reduce((known, respondent) => eitherAnswer(known, numbers[respondent]!), NONE),
      ),
    }
  })
}

/** What two sets of respondents answer together. */
export function eitherAnswer(one: number, other: number): number {
  if (one === NONE || one === other) return other
  return other === NONE ? one : SEVERAL
}

/** Whether no answer follows from being one of these respondents: they gave two or none. */
export function isDiverse(answers: readonly number[]): boolean {
  return answers.every((answer) => answer < 0)
}
