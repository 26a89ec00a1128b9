import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { KeptReleases } from '../release/published-releases.ts'

/** Has what a mutation published or withdrew seen by the next request to this process: others see it within a second. */
export function useChangedReleases({ lookAgain }: Pick<KeptReleases, 'lookAgain'>): Plugin {
  return {
    onExecute({ args: { document, operationName } }) {
      if (getOperationAST(document, operationName)?.operation !== 'mutation') return
      return { onExecuteDone: lookAgain }
    },
  }
}
