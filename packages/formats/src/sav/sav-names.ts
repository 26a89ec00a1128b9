/** Words of the command language, which name no variable. */
const reserved = 'all and by eq ge gt le lt ne not or to with'.split(' ')

/** Names have so many bytes at most. */
const longest = 64

/**
 * Names that SPSS takes, for codes of lower-case letters, digits and underscores: each begins with a letter, is no
 * reserved word, has 64 bytes at most and differs from those before.
 */
export function savNames(codes: readonly string[]): string[] {
  const taken = new Set<string>()
  return codes.map((code) => {
    const begun = /^[a-z]/.test(code) && !reserved.includes(code) ? code : `v_${code}`
    let name = begun.slice(0, longest)
    for (let number = 2; taken.has(name); number++) {
      const end = `_${number}`
      name = `${begun.slice(0, longest - end.length)}${end}`
    }
    taken.add(name)
    return name
  })
}
