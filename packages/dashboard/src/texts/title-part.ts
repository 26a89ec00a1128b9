/** A label of the codebook within a title: without the sign that ends it. */
export const asked = (label: string): string => label.replace(/\s*[?.:]$/, '')

/** The same where it is not the first: names and abbreviations keep their capitals. */
export const within = (label: string): string =>
  asked(label).replace(/(?<=^|× )(?!I\b)\p{Lu}(?=\p{Ll}*(\s|$))/gu, (letter) => letter.toLowerCase())
