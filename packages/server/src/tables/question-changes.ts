import type { ReleasedVariable } from '../release/release-codebook.ts'

/** A part of a question that can differ between waves. */
export type QuestionChange = 'WORDING' | 'ROUTING' | 'CATEGORIES' | 'NETS'

/** What differs in a variable between two waves that asked it. Nets count by their codes and categories only. */
export function questionChanges(before: ReleasedVariable, now: ReleasedVariable): QuestionChange[] {
  return changes.filter((change) => {
    const [old, current] = [parts[change](before), parts[change](now)]
    return old.length !== current.length || old.some((text, index) => text !== current[index])
  })
}

const parts: Record<QuestionChange, (variable: ReleasedVariable) => readonly string[]> = {
  WORDING: ({ label }) => [label.nl, label.en],
  ROUTING: ({ askedIf }) => (askedIf === undefined ? [] : [askedIf.variable, ...askedIf.in.toSorted()]),
  CATEGORIES: ({ categories = [] }) => categories.flatMap(({ code, label }) => [code, label.nl, label.en]),
  NETS: ({ nets = [] }) => nets.map(({ code, categories }) => `${code}: ${categories.toSorted()}`).sort(),
}
const changes = Object.keys(parts) as QuestionChange[]

const names = {
  WORDING: { nl: 'vraagtekst', en: 'wording' },
  ROUTING: { nl: 'routing', en: 'routing' },
  CATEGORIES: { nl: 'antwoordcategorieën', en: 'categories' },
  NETS: { nl: 'samenvoegingen', en: 'nets' },
} satisfies Record<QuestionChange, object>

/** Says what changed since a wave. `changes` holds at least one, in the order of `questionChanges`. */
export function changeNote(changes: readonly QuestionChange[], since: string): { nl: string; en: string } {
  const dutch = changes.map((change) => `de ${names[change].nl}`)
  const english = changes.map((change) => names[change].en)
  const one = changes.length === 1 && (changes[0] === 'WORDING' || changes[0] === 'ROUTING')
  return {
    nl: `D${series(dutch, 'en').slice(1)} ${one ? 'is' : 'zijn'} gewijzigd sinds ${since}.`,
    en: `The ${series(english, 'and')} changed since ${since}.`,
  }
}

/** `a`, `a and b`, `a, b and c`. */
function series(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}
