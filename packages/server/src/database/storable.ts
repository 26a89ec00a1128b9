/** Whether PostgreSQL can store, and so find, a text: it fails on NUL, and in JSON on half a surrogate pair. */
export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text)
}
