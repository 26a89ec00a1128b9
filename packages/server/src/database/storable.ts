/** Whether PostgreSQL can store, and so find, a text: it fails on NUL. */
export function isStorable(text: string): boolean {
  return !text.includes('\0')
}
