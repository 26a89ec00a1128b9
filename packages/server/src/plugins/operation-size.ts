import { type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql'

/** How large an operation is with its fragments written out. */
export interface OperationSize {
  /** Fields within each other. */
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  /** Fields of the operation itself. */
  readonly roots: number
}

const nothing: OperationSize = { depth: 0, aliases: 0, directives: 0, roots: 0 }

/** Measures each fragment once: written out, fragments of fragments could be more than a computer can count. */
export function operationSize(
  selectionSet: SelectionSetNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
): OperationSize {
  const fragments = new Map<string, OperationSize>()
  const sizeOfSet = ({ selections }: SelectionSetNode): OperationSize =>
    selections.map(sizeOf).reduce(
      (all, one) => ({
        depth: Math.max(all.depth, one.depth),
        aliases: all.aliases + one.aliases,
        directives: all.directives + one.directives,
        roots: all.roots + one.roots,
      }),
      nothing,
    )
  const sizeOf = (selection: SelectionNode): OperationSize => {
    const inner = innerSize(selection)
    const directives = inner.directives + (selection.directives?.length ?? 0)
    if (selection.kind !== Kind.FIELD) return { ...inner, directives }
    const isIntrospection = selection.name.value.startsWith('__')
    return {
      depth: isIntrospection ? 1 : inner.depth + 1,
      aliases: inner.aliases + Number(selection.alias !== undefined),
      directives,
      roots: 1,
    }
  }
  const innerSize = (selection: SelectionNode): OperationSize => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      return selection.selectionSet ? sizeOfSet(selection.selectionSet) : nothing
    }
    const name = selection.name.value
    const known = fragments.get(name)
    if (known !== undefined) return known
    // Until it is measured it counts as nothing, so that a fragment within itself ends; another rule refuses it.
    fragments.set(name, nothing)
    const fragment = fragmentOf(name)
    const size = fragment ? sizeOfSet(fragment.selectionSet) : nothing
    fragments.set(name, size)
    return size
  }
  return sizeOfSet(selectionSet)
}
