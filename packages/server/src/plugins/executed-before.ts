import type { ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { noteAsked } from '../audit/audit-note.ts'
import type { Answers } from './asked.ts'

const executed = new WeakSet<object>()

/** Whether an operation on its way through the plugins was executed, and paid for, before. */
export const wasExecuted = (context: object) => executed.has(context)

/** Gives Yoga the result of an operation that `answerDirectly` executed and did not answer with, as it has errors. */
export function useExecutedBefore({ asked }: Pick<Answers, 'asked'>): Plugin {
  return {
    onExecute({ args: { contextValue }, setExecuteFn }) {
      const before = asked.get(contextValue as object)?.executed
      if (before === undefined) return
      executed.add(contextValue as object)
      // What was refused is noted again by what reads the errors.
      for (const note of before.notes) if (note.refusal === undefined) noteAsked(contextValue as object, note)
      setExecuteFn((): ExecutionResult => before.result)
    },
  }
}
