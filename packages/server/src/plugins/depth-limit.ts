import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Deep enough for a wave's questions with their variables' categories, too shallow to go round in circles. */
const limit = 10

/** Refuses documents that nest too deep before they run: waves have questions, which have waves. */
export function useDepthLimit(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(depthRule)
    },
  }
}

const depthRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const fragments = new Map<string, number>()
    const depth = depthOf(operation.selectionSet, (name) => context.getFragment(name), fragments)
    if (depth <= limit) return
    const message = `This operation is ${depth} fields deep, and ${limit} is the most; ask the parts one by one.`
    const extensions = { code: 'TOO_COSTLY', depth, limit }
    context.reportError(new GraphQLError(message, { nodes: [operation], extensions }))
  },
})

function depthOf(
  { selections }: SelectionSetNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
  fragments: Map<string, number>,
): number {
  const depths = selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value
      const known = fragments.get(name)
      if (known !== undefined) return known
      // Until it is measured it counts as nothing, so that a fragment within itself ends; another rule refuses it.
      fragments.set(name, 0)
      const fragment = fragmentOf(name)
      const depth = fragment ? depthOf(fragment.selectionSet, fragmentOf, fragments) : 0
      fragments.set(name, depth)
      return depth
    }
    const isField = selection.kind === Kind.FIELD
    if (isField && selection.name.value.startsWith('__')) return 1
    const inner = selection.selectionSet ? depthOf(selection.selectionSet, fragmentOf, fragments) : 0
    return inner + Number(isField)
  })
  return Math.max(0, ...depths)
}
