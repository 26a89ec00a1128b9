import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { codeOf } from '../source-table.ts'

/** An element of a definition, with the texts and elements in it. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** A variable of a Triple-S definition. */
export interface TripleSVariable {
  readonly name: string
  readonly label: Labels
  readonly type: string
  readonly use: string | undefined
  /** Columns (fixed format) or fields (CSV), from 1. */
  readonly start: number
  readonly finish: number
  readonly values: readonly { readonly code: string; readonly label: Labels }[]
  readonly range: { readonly from: number; readonly to: number } | undefined
  /** Of several answers: places with an answer each; else a 0 or 1 for each code. */
  readonly spread: { readonly subfields: number; readonly width: number } | undefined
}

/** What a text is in each language it has, `` for the one that is not named. */
export type Labels = ReadonlyMap<string, string>

export interface TripleSDefinition {
  readonly format: 'fixed' | 'csv'
  /** The file of answers, where it is named. */
  readonly href: string | undefined
  /** Lines before the answers. */
  readonly skip: number
  readonly variables: readonly TripleSVariable[]
}

/** Reads a Triple-S definition. Throws a RangeError that says what is wrong with it. */
export function readDefinition(xml: string): TripleSDefinition {
  const root = parseXml(xml)
  if (root?.name !== 'sss') throw new RangeError('its outermost element is not <sss>')
  const record = find(find(root, 'survey'), 'record')
  if (record === undefined) throw new RangeError('it has no <record>; a hierarchy of surveys is not read')
  const { format = 'fixed', href, skip = '0' } = record.attributes
  if (format !== 'fixed' && format !== 'csv')
    throw new RangeError(`its format is ${format}; it takes fixed or csv`)
  const variables = record.children.filter(({ name }) => name === 'variable').map(readVariable)
  return { format, href, skip: Number(skip), variables }
}

function readVariable(element: Element): TripleSVariable {
  const { ident = '', type = '', use } = element.attributes
  const name = find(element, 'name')?.text.trim() || `v${ident}`
  const position = find(element, 'position')?.attributes
  const start = Number(position?.start)
  if (!(start >= 1)) throw new RangeError(`the variable ${name} has no position`)
  const values = find(element, 'values')
  const range = values && find(values, 'range')?.attributes
  const spread = find(element, 'spread')?.attributes
  return {
    name,
    label: labelsOf(find(element, 'label')),
    type,
    use,
    start,
    finish: Number(position?.finish ?? start),
    values: (values?.children ?? [])
      .filter((child) => child.name === 'value')
      .map((value) => ({ code: value.attributes.code ?? '', label: labelsOf(value) })),
    range: range && { from: Number(range.from), to: Number(range.to) },
    spread: spread && { subfields: Number(spread.subfields), width: Number(spread.width ?? 0) },
  }
}

const find = (element: Element | undefined, name: string) =>
  element?.children.find((child) => child.name === name)

const inOneLine = ({ text }: Element) => text.replaceAll(/\s+/g, ' ').trim()

function labelsOf(element: Element | undefined): Labels {
  const texts = (element?.children ?? []).filter(({ name }) => name === 'text')
  const own: [string, string][] = element && inOneLine(element) ? [['', inOneLine(element)]] : []
  const named = texts.map((text): [string, string] => [
    codeOf(text.attributes['xml:lang'] ?? '').slice(0, 2),
    inOneLine(text),
  ])
  // Of several texts in a language, for interview and analysis, the first counts, and what stands before them.
  return new Map([...own, ...named].reverse())
}

function parseXml(xml: string): Element | undefined {
  const parser = new SaxesParser()
  const open: Element[] = []
  let root: Element | undefined
  const add = (text: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (name === 'br') add(' ')
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('error', (error) => {
    throw new RangeError(`it is not XML: ${error.message}`)
  })
  parser.write(xml).close()
  return root
}
