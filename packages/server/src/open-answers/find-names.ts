import { ordinaryWords } from './ordinary-words.ts'

/** A name in a text: its first character, and the one after its last. */
interface NamePlace {
  readonly from: number
  readonly to: number
}

/** A word after a form of address. */
interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Whether a dot follows. */
  readonly dotted: boolean
}

/** What of a form of address decides what can be a name after it. */
interface Address {
  readonly inCapitals: boolean
  /** MW is social work as well, MR a council, "de prof" no name: small letters after them are none. */
  readonly capitalsOnly: boolean
  /** "De mevrouw van de receptie" has no name. */
  readonly afterArticle: boolean
}

const title =
  /(?<!\p{L})(?:(?<full>mevrouw|meneer|mijnheer|heer|heren|(?:me)?juffrouw)|(?<calling>juf|meester|dokter|zuster|familie)|(?<short>mevr|mvr|mw|dhr|mej)|(?:prof|drs|dr|mrs|mr|ing|ir|hr|fam)|[md]s(?=\.))(?!\p{L})(?<dot>\.?)/giu
/** Without a space before the name. */
const glued =
  /(?<!\p{L})(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|(?:[Mm]e)?[Jj]uffrouw|[Mm]evr|[Mm]vr|[Mm]w|[Dd]hr|[Mm]ej)(?=[\p{Lu}\p{Lo}])/gu
const article = /(?:^|\P{L})(?:de|een|die|deze|onze|elke|geen)\s{1,4}$/iu
const nextWord = /(?<space>[^\p{L}\p{N}.!?']{0,12})(?<text>v\/d|'?\p{L}[\p{L}\p{M}'-]{0,60})(?<dot>\.?)/uy
const another = /\s{0,2},\s{0,2}|\s{1,4}(?:en|&)\s{1,4}/uy
export const nameExpressions = [title, glued, article, nextWord, another]
/** Between it and a name: a small letter or an ordinary word after these begins something else. */
const apart = /[^\s:([{"“”„«*_#]/u
const furtherTitle = /^(?:prof|drs|dr|mr|ing|ir|mevrouw|meneer|mijnheer|mevr|mvr|mw|dhr|hr|mej)$/i
/** Many scripts have no capitals. */
const capital = /^'?[\p{Lu}\p{Lo}]|^\p{Ll}'\p{Lu}/u

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** What stands before the capital of a name. */
const prefixes = wordsOf(
  "van von de den der vd v/d v d 't 's ten ter te het el al ben la le in op uit aan bij",
)
/** Those that make a name of a word in small letters, too. */
const firmPrefixes = wordsOf("van von de den der vd v/d v d 't")
/** Those of a place, unless an article follows: "mevrouw in Den Haag", "mevrouw in 't Veld". */
const places = wordsOf('in op uit aan bij')
const articles = wordsOf("de den der 't het")

/** Names after one "heren" at most. */
const mostNames = 10

/** Words of a name at most, with initials and degrees. */
const mostWords = 10

/**
 * Names after a form of address, with their initials and prefixes. In small letters a name is any word that does not often
 * stand there: too much is marked rather than too little.
 */
export function findNames(text: string): NamePlace[] {
  const withoutSpace = [...text.matchAll(glued)].flatMap(({ 0: { length }, index }) =>
    namesFrom(text, index + length, 1, { inCapitals: false, capitalsOnly: true, afterArticle: false }),
  )
  const spaced = [...text.matchAll(title)].flatMap((match) => {
    const { full, calling, short, dot } = match.groups!
    // "Mevrouw." ends a sentence, and HR is a department.
    if (((full ?? calling) !== undefined && dot !== '') || /^HR/.test(match[0])) return []
    const inCapitals = match[0] === match[0].toUpperCase()
    const isSeveral = full?.toLowerCase() === 'heren'
    return namesFrom(text, match.index + match[0].length, isSeveral ? mostNames : 1, {
      inCapitals,
      capitalsOnly: full === undefined && dot === '' && (short === undefined || inCapitals),
      afterArticle: article.test(text.slice(Math.max(0, match.index - 12), match.index)),
    })
  })
  return [...spaced, ...withoutSpace]
}

/** The names from a place on, as "heren" has more of: the next ones begin with a capital. */
function namesFrom(text: string, start: number, most: number, address: Address): NamePlace[] {
  const words = wordsAfter(text, start)
  const isApart = words[0] !== undefined && apart.test(text.slice(start, words[0].from))
  if (isApart && ordinaryWords.has(words[0]!.text.toLowerCase())) return []
  const found = nameIn(words, isApart ? { ...address, capitalsOnly: true } : address)
  another.lastIndex = found[0]?.to ?? text.length
  if (found.length === 0 || most === 1 || !another.test(text)) return found
  return [...found, ...namesFrom(text, another.lastIndex, most - 1, { ...address, capitalsOnly: true })]
}

/** Words up to the end of a sentence, without further titles. */
function wordsAfter(text: string, start: number): Word[] {
  const words: Word[] = []
  nextWord.lastIndex = start
  for (let count = 0; count < mostWords; count++) {
    const match = nextWord.exec(text)
    if (match === null) break
    const { space = '', text: word = '', dot } = match.groups!
    if (words.length > 0 && /[^\s]/u.test(space)) break
    const from = match.index + space.length
    const isTitle = words.length === 0 && furtherTitle.test(word)
    if (!isTitle) words.push({ text: word, from, to: from + word.length, dotted: dot !== '' })
    // Initials have a dot and up to three letters: Th., Chr.
    if (dot !== '' && word.length > 3 && !isTitle) break
  }
  return words
}

function nameIn(words: readonly Word[], address: Address): NamePlace[] {
  let before: string[] = []
  let to: number | undefined
  let isOpen = true
  for (const word of words) {
    const kind = kindOf(word, address)
    if (kind === 'prefix') before.push(address.inCapitals ? word.text.toLowerCase() : word.text)
    else if (kind === 'initial' || (kind === 'capital' && opens(before)))
      to = word.to + Number(isInitial(word) && word.dotted)
    else if (kind === 'small' && isOpen && holds(before, address)) to = word.to
    else break
    if (kind === 'prefix') continue
    before = []
    // One word in small letters is a name, or two where the first ends in a prefix: jansen-de vries.
    const last = word.text.toLowerCase().split('-').at(-1)!
    isOpen = prefixes.has(last)
    if (kind === 'small' && !isOpen) break
  }
  return to === undefined ? [] : [{ from: words[0]!.from, to }]
}

const isInitial = ({ text, dotted }: Word) => text.length === 1 && (dotted || text !== text.toLowerCase())

function kindOf(word: Word, { inCapitals, capitalsOnly }: Address) {
  const { text } = word
  const small = text.toLowerCase()
  if (prefixes.has(text) || (prefixes.has(small) && text.length > 1)) return 'prefix'
  if (isInitial(word)) return 'initial'
  const isCapital = capital.test(text)
  const isOrdinary = ordinaryWords.has(small)
  if (isCapital && !(inCapitals && isOrdinary)) return 'capital'
  return isOrdinary || isCapital || capitalsOnly || text.length === 1 ? 'other' : 'small'
}

/** Whether a capital after these prefixes begins a name. */
function opens([first, second]: readonly string[]): boolean {
  return first === undefined || !places.has(first) || (second !== undefined && articles.has(second))
}

/** Whether small letters after these prefixes are a name. */
function holds(before: readonly string[], { afterArticle }: Address): boolean {
  return before.every((prefix) => firmPrefixes.has(prefix)) && !(before.length > 0 && afterArticle)
}
