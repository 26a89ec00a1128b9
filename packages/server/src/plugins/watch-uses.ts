/**
 * Gives `target` the members of a context, and notes which of them are used from then on.
 *
 * @returns the names used so far
 */
export function watchUses(context: object, target: object): ReadonlySet<string> {
  const used = new Set<string>()
  for (const [name, value] of Object.entries(context)) {
    const get = () => {
      used.add(name)
      return value
    }
    Object.defineProperty(target, name, { get, enumerable: true })
  }
  return used
}
