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

const mostAnswers = 1000
const mostCharacters = 20_000_000

/** Remembers the last thousand answers, or fewer where they are long. */
export function answerMemory(): AnswerMemory {
  const answers = new Map<string, KnownAnswer>()
  let characters = 0
  const forget = (address: string) => {
    characters -= answers.get(address)?.text.length ?? 0
    answers.delete(address)
  }
  return {
    get: (address) => answers.get(address),
    set(address, answer) {
      forget(address)
      answers.set(address, answer)
      characters += answer.text.length
      for (const oldest of answers.keys())
        if (answers.size > mostAnswers || characters > mostCharacters) forget(oldest)
    },
  }
}
