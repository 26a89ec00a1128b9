/** A text in one notation, and where each of its characters stood. */
export interface PlainText {
  readonly text: string
  /** By UTF-16 unit of `text`: where the character that it comes from begins, and ends. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** A letter with its accents, which may become one. Bounded: putting many in order takes ever longer. */
export const notation = /\P{M}\p{M}{0,20}|\p{M}{1,20}/gu

/**
 * Writes a text in one notation (NFKC): `＠` is `@`, a no-break space a space, any dash `-`, any apostrophe `'`. What is
 * not seen, such as a soft hyphen, is left out.
 */
export function plainText(given: string): PlainText {
  const [parts, from, to]: [string[], number[], number[]] = [[], [], []]
  for (const { 0: character, index } of given.matchAll(notation)) {
    const plain = character
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '')
      .replaceAll(/[\p{Pd}−]/gu, '-')
      .replaceAll(/[‘’‛`´]/g, "'")
    parts.push(plain)
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(index)
      to.push(index + character.length)
    }
  }
  return { text: parts.join(''), from, to }
}
