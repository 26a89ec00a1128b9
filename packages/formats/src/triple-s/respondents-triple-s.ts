import type { FileChunks, RespondentFile, RowBatches } from '../respondents/respondent-file.ts'
import { element, xmlDocument } from '../xml.ts'
import { zipped } from '../zipped.ts'
import { type TripleSField, tripleSFields } from './triple-s-fields.ts'

/**
 * Anonymised answers as Triple-S 2.0: an archive of the definition (`<wave>.sss`, XML) and the rows (`<wave>.asc`, fixed
 * columns). Categories have their codes where those are numbers, else 1, 2 and so on; options are numbered. Withheld,
 * not asked and no answer are values of their own after the others: 97, 98 and 99, of options three more.
 *
 * Source: Triple-S XML 2.0, https://www.triple-s.org
 */
export function respondentsTripleS(file: RespondentFile, batches: RowBatches): FileChunks {
  const fields = tripleSFields(file)
  const { code } = file.wave
  return zipped([
    { name: `${code}.sss`, chunks: definition(file, fields) },
    { name: `${code}.asc`, chunks: lines(fields, batches) },
  ])
}

async function* definition({ wave, digest }: RespondentFile, fields: readonly TripleSField[]): FileChunks {
  let start = 1
  const variables = fields.map(({ name, label, type, use, width, range, values }, index) => {
    const position = { start, finish: start + width - 1 }
    start += width
    const said = [
      ...(range === null ? [] : [element('range', { from: range[0], to: range[1] })]),
      ...values.map((value) => element('value', { code: value.code }, value.label)),
    ]
    return element(
      'variable',
      { ident: index + 1, type, ...(use === null ? {} : { use }) },
      element('name', {}, name),
      element('label', {}, label),
      element('position', position),
      type === 'character' ? element('size', {}, String(width)) : element('values', {}, ...said),
    )
  })
  const survey = element(
    'survey',
    {},
    element('name', {}, wave.code),
    element('title', {}, wave.title),
    element('record', { ident: 'A', href: `${wave.code}.asc` }, ...variables),
  )
  const root = element('sss', { version: '2.0' }, element('origin', {}, `PEO, release ${digest}`), survey)
  yield new TextEncoder().encode(xmlDocument(root))
}

async function* lines(fields: readonly TripleSField[], batches: RowBatches): FileChunks {
  const encoder = new TextEncoder()
  for await (const rows of batches) {
    const text = rows.map((row) => `${fields.map(({ textIn }) => textIn(row)).join('')}\r\n`)
    yield encoder.encode(text.join(''))
  }
}
