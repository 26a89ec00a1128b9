import { GraphQLError, Kind, parse, type SelectionSetNode, type ValidationRule } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { type OperationSize, operationSize } from './operation-size.ts'

/** Words and signs of a document. Introspection has some 250; what many fields cost to validate grows with their square. */
const mostTokens = 2000

/**
 * How large an operation may be. Deep enough for a wave's questions with their variables' categories, too shallow to go
 * round in circles.
 */
const limits: OperationSize = { depth: 10, aliases: 100, directives: 50, roots: 50 }

const described: Readonly<Record<keyof OperationSize, (size: number) => string>> = {
  depth: (size) => `is ${size} fields deep`,
  aliases: (size) => `has ${size} aliases`,
  directives: (size) => `has ${size} directives`,
  roots: (size) => `asks for ${size} things at once`,
}

/** Refuses documents that are too long, too deep or too wide, before they run. */
export function useOperationLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parse(source, { ...options, maxTokens: mostTokens })
        } catch (error) {
          throw isTooLong(error) ? tooLong() : error
        }
      })
    },
    onValidate({ addValidationRule }) {
      addValidationRule(sizeRule)
      addValidationRule(wholeSubscriptionRule)
    },
  }
}

/** Whether a document has more tokens than it may, or so many brackets within each other that the parser gave up. */
function isTooLong(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof GraphQLError && / tokens\. /.test(error.message))
}

function tooLong(): GraphQLError {
  const message = `This document has more than ${mostTokens} words and signs; ask the parts one by one.`
  return new GraphQLError(message, {
    extensions: { code: 'TOO_COSTLY', cost: mostTokens + 1, limit: mostTokens, of: 'tokens' },
  })
}

const sizeRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const size = operationSize(operation.selectionSet, (name) => context.getFragment(name))
    for (const of of Object.keys(limits) as (keyof OperationSize)[]) {
      if (size[of] <= limits[of]) continue
      const message = `This operation ${described[of](size[of])}, and ${limits[of]} is the most; ask the parts one by one.`
      const extensions = { code: 'TOO_COSTLY', cost: size[of], limit: limits[of], of }
      context.reportError(new GraphQLError(message, { nodes: [operation], extensions }))
    }
  },
})

/** What a subscription asks for cannot be left out (GraphQL of September 2025, 5.2.4.1): nothing would be left to wait for. */
const wholeSubscriptionRule: ValidationRule = (context) => ({
  OperationDefinition({ operation, selectionSet }) {
    if (operation !== 'subscription') return
    const seen = new Set<string>()
    const check = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        const directive = selection.directives?.find(({ name }) => /^(skip|include)$/.test(name.value))
        if (directive !== undefined) {
          const message = `@${directive.name.value} cannot be said of what a subscription is to; leave it out.`
          context.reportError(
            new GraphQLError(message, { nodes: [directive], extensions: { code: 'INVALID_INPUT' } }),
          )
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) check(selection.selectionSet)
        if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) continue
        seen.add(selection.name.value)
        const fragment = context.getFragment(selection.name.value)
        if (fragment) check(fragment.selectionSet)
      }
    }
    check(selectionSet)
  },
})
