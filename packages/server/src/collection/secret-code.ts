import { randomBytes } from 'node:crypto'
import { hashSecret } from '../access/secrets.ts'

/** Crockford's base32: without I, L, O and U, which are read as others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters of a code, of five random bits each. */
const length = 16

/** A new secret of 80 random bits that people can type over, such as `7K3M-9QXT-2B5C-HW0N`. */
export function newCode(): string {
  // 256 is a whole number of times 32: no character is likelier than another.
  const characters = [...randomBytes(length)].map((byte) => alphabet[byte % 32]!)
  return inFours(characters.join(''))
}

const inFours = (characters: string) => characters.replace(/(.{4})(?=.)/g, '$1-')

/**
 * A code as `newCode` writes it. Small letters, spaces, missing dashes, O for 0, and I or L for 1 make no difference.
 *
 * @returns undefined where no code reads so
 */
export function readCode(typed: string): string | undefined {
  // What anybody sends may be long.
  if (typed.length > 100) return undefined
  const read = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = read.length === length && [...read].every((character) => alphabet.includes(character))
  return isCode ? inFours(read) : undefined
}

/** The hash of a code, by which it is stored and found; however it is typed. Its 80 random bits need nothing slower than SHA-256. */
export function hashCode(typed: string): Uint8Array<ArrayBuffer> | undefined {
  const code = readCode(typed)
  return code === undefined ? undefined : hashSecret(code.replaceAll('-', ''))
}
