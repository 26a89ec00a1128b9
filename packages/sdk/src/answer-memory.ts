/** The answers with an entity tag that were asked last, by address. */
export interface AnswerMemory {
  readonly get: (address: string) => KnownAnswer | undefined
  readonly set: (address: string, answer: KnownAnswer) => void
}

/** An answer as text, so that who changes what was made of it changes no later one. */
export interface KnownAnswer {
  readonly etag: string
  readonly text: string
}

const most = { answers: 1000, characters: 500_000 }

/** Remembers a thousand answers, and none that is very long. */
export function answerMemory(): AnswerMemory {
  const answers = new Map<string, KnownAnswer>()
  return {
    get: (address) => answers.get(address),
    set(address, answer) {
      answers.delete(address)
      if (answer.text.length > most.characters) return
      answers.set(address, answer)
      for (const oldest of answers.keys()) if (answers.size > most.answers) answers.delete(oldest)
    },
  }
}
