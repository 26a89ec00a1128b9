/** What may be given of some parts: what is absent or null stays as it is. */
export type Optional<Parts> = { readonly [Name in keyof Parts]?: Parts[Name] | null | undefined }

/** The parts that are given. */
export function given<Parts extends object>(
  parts: Parts,
): { [Name in keyof Parts]?: NonNullable<Parts[Name]> } {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== null),
  ) as { [Name in keyof Parts]?: NonNullable<Parts[Name]> }
}
