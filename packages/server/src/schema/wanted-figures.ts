import type { WantedFigures } from '@peo/disclosure'
import { type ASTNode, type GraphQLResolveInfo, visit } from 'graphql'

const known = new WeakMap<ASTNode, WantedFigures>()

/**
 * Which costly figures a document asks for. Every field of the operation and of all fragments counts, whatever
 * table it is of: too many are computed sooner than too few.
 */
export function wantedFigures({ operation, fragments }: GraphQLResolveInfo): WantedFigures {
  const wanted = known.get(operation) ?? findWanted([operation, ...Object.values(fragments)])
  known.set(operation, wanted)
  return wanted
}

function findWanted(nodes: readonly ASTNode[]): WantedFigures {
  const names = new Set<string>()
  for (const node of nodes) {
    visit(node, {
      Field({ name }) {
        names.add(name.value)
      },
    })
  }
  const every = names.has('csv') || names.has('jsonStat')
  return {
    intervals: every || names.has('interval'),
    letters: every || names.has('higherThan'),
    statistics: every || names.has('statistics'),
  }
}
