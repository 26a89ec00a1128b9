/** Whether a text has no character that anybody sees: it is as good as empty. */
export function isBlank(text: string): boolean {
  // U+2800 is the Braille pattern without dots.
  return /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text)
}
