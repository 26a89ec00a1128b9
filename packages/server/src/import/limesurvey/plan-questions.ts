import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { answerCodes, refuseSharedCodes } from '../answer-codes.ts'
import { codeOf, type UnderstoodColumn, untranslated } from '../source-table.ts'
import { dated, notAsked } from './not-asked.ts'

/** A variable, and how its fields follow from those of a row. */
export interface LimePart {
  readonly names: readonly string[]
  readonly variable: CodebookVariable
  readonly fields: (row: readonly string[]) => string[]
}

/** A heading `question[part]`; `text` is what goes with it: what "other" was, or a comment. */
interface LimeColumn {
  readonly place: number
  readonly name: string
  readonly question: string
  readonly part: string
  readonly text: boolean
}

/** How each column of an export is taken. */
export function planQuestions(
  header: readonly string[],
  values: readonly ReadonlySet<string>[],
  known: readonly CodebookVariable[],
) {
  const respondent = header.indexOf('id')
  const leftOut: UnderstoodColumn[] = []
  const uploads = header.flatMap((name) => /^(.+)\[filecount\]$/.exec(name) ?? [])
  const columns = header.flatMap((name, place): LimeColumn[] => {
    if (place === respondent) return []
    if (uploads.includes(name)) {
      leftOut.push({ column: name, understood: 'left out: files that somebody sent are not kept' })
      return []
    }
    const why = notAsked(header, place, known) ?? (isDate(values[place]!) ? dated : undefined)
    if (why !== undefined) {
      leftOut.push({ column: name, understood: `left out: ${why}` })
      return []
    }
    const [, question = name, part = ''] = /^([^[]+)\[(.*)\]$/.exec(name) ?? []
    const plain = part.replaceAll('][', '_')
    return [
      { place, name, question: codeOf(question), part: codeOf(plain), text: /^other$|comment$/.test(plain) },
    ]
  })
  const questions = [...new Set(columns.map(({ question }) => question))]
  const parts = questions.flatMap((question) => {
    const own = columns.filter((column) => column.question === question)
    return isMultiple(question, own, values, known)
      ? multiple(question, own, known, leftOut)
      : own.map((column) => single(column, values[column.place]!, known))
  })
  refuseSharedCodes(parts)
  return { parts, respondent, leftOut }
}

const isDate = (values: ReadonlySet<string>) => {
  const given = [...values].filter((value) => value !== '' && value !== 'N/A')
  return given.length > 0 && given.every((value) => /^\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?$/.test(value))
}

function isMultiple(
  question: string,
  columns: readonly LimeColumn[],
  values: readonly ReadonlySet<string>[],
  known: readonly CodebookVariable[],
): boolean {
  if (known.length > 0)
    return known.some(({ code, measurement }) => code === question && measurement === 'multiple')
  const options = columns.filter(({ part, text }) => part !== '' && !text)
  const ticked = (value: string) => ['', 'Y', 'N', 'N/A'].includes(value)
  return options.length > 0 && options.every(({ place }) => [...values[place]!].every(ticked))
}

/** Columns `q[SQ001]` with Y or nothing, and `q[other]` with what it was. */
function multiple(
  code: string,
  columns: readonly LimeColumn[],
  known: readonly CodebookVariable[],
  leftOut: UnderstoodColumn[],
): LimePart[] {
  const options = columns.filter(({ part, text }) => !text || part === 'other')
  const texts = columns.filter(({ text }) => text)
  const kept = texts.filter((column) => {
    const wanted =
      known.length === 0 || column.part !== 'other' || known.some((one) => one.code === `${code}_other`)
    if (!wanted)
      leftOut.push({
        column: column.name,
        understood: `its text is left out: the wave has no variable ${code}_other`,
      })
    return wanted
  })
  const categories = options.map(({ part }) => ({ code: part, label: untranslated(null, part) }))
  return [
    {
      names: options.map(({ name }) => name),
      variable: { code, measurement: 'multiple', label: untranslated(null, code), categories },
      fields: (row) => {
        const given = options.map(({ place, text }) => tick(row[place]!, text))
        return given.every((field) => field === '') ? given : given.map((field) => field || '0')
      },
    },
    ...kept.map((column) => single(column, new Set(), known)),
  ]
}

function tick(field: string, text: boolean): string {
  if (field === '') return ''
  if (text) return '1'
  return { Y: '1', N: '0' }[field] ?? field
}

function single(
  { place, name, question, part, text }: LimeColumn,
  values: ReadonlySet<string>,
  known: readonly CodebookVariable[],
): LimePart {
  const code = [question, part.replace(/(?<=.)(?<!_)comment$/, '_comment')].filter(Boolean).join('_')
  const meant = known.find((one) => one.code === code && one.measurement !== 'multiple')
  const variable = meant ?? {
    code,
    label: untranslated(null, code),
    ...(text ? { measurement: 'text' } : drafted(name, values)),
  }
  const codes = answerCodes(name, [], answerCode)
  const byCode = ['nominal', 'ordinal'].includes(variable.measurement)
  return {
    names: [name],
    variable: variable as CodebookVariable,
    fields: (row) => {
      const field = row[place]!
      if (!byCode || field === '') return [field]
      return [codes(field)]
    },
  }
}

const answerCode = (answer: string | number) => (answer === '-oth-' ? 'other' : codeOf(answer))

/** What a question without a codebook looks like: few short codes, numbers, or texts. */
function drafted(
  name: string,
  values: ReadonlySet<string>,
): Pick<CodebookVariable, 'measurement' | 'categories'> {
  const given = [...values].filter((value) => value !== '' && value !== 'N/A')
  const numbers = given.length > 0 && given.every((value) => /^-?\d+(\.\d+)?$/.test(value))
  const few =
    given.length > 0 && given.length <= 12 && given.every((value) => /^(-oth-|-?\w{1,5})$/.test(value))
  if (!few) return { measurement: numbers ? 'numeric' : 'text' }
  const codes = given.map(answerCodes(name, given, answerCode)).sort()
  return {
    measurement: 'nominal',
    categories: codes.map((code) => ({ code, label: untranslated(null, code) })),
  }
}
