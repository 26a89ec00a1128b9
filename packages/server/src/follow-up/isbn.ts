/** An ISBN without hyphens and spaces, or undefined where its check digit is wrong or it is made up of zeros. */
export function readIsbn(text: string): string | undefined {
  const isbn = text.replace(/[\s-]/g, '').toUpperCase()
  if (/^(97[89])?0{9}/.test(isbn)) return undefined
  const digits = [...isbn].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  const sum = (weight: (place: number) => number) =>
    digits.reduce((total, digit, place) => total + digit * weight(place), 0)
  if (/^97[89]\d{10}$/.test(isbn))
    return sum((place) => (place % 2 === 0 ? 1 : 3)) % 10 === 0 ? isbn : undefined
  if (/^\d{9}[\dX]$/.test(isbn)) return sum((place) => 10 - place) % 11 === 0 ? isbn : undefined
  return undefined
}
