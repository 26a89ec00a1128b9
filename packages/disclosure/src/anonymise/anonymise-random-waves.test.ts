import { NO_ANSWER, NOT_ASKED, type WaveData } from '@peo/tabulation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymise } from './anonymise.ts'
import { type AnonymousAnswers, WITHHELD_ANSWER } from './anonymous-answers.ts'
import { questionColumns } from './answer-columns.ts'
import { inOrder, randomRespondents } from './testing/random-respondents.ts'

const background = ['sector', 'area', 'job', 'weight']
const minimum = fc.integer({ min: 5, max: 7 })

/** The rows of each class: those of which the background and the weight are said alike. */
function classesOf({ size, columns }: AnonymousAnswers): number[][] {
  const said = columns.filter(({ variable }) => background.includes(variable))
  const classes = new Map<string, number[]>()
  for (let row = 0; row < size; row++) {
    const key = said.map(({ codes }) => codes[row]).join()
    classes.set(key, [...(classes.get(key) ?? []), row])
  }
  return [...classes.values()]
}

/** What a row says of a question; undefined for no answer shown. */
function answerIn({ columns }: AnonymousAnswers, variable: string, row: number): string | undefined {
  const codes = columns.filter((column) => column.variable === variable).map((column) => column.codes[row]!)
  return codes[0] === undefined || codes[0] >= 250 ? undefined : codes.join()
}

/** Runs a check on the anonymised answers of random waves, of which every row is that of the same respondent. */
function check(property: (answers: AnonymousAnswers, data: WaveData, k: number) => void): void {
  fc.assert(
    fc.property(randomRespondents, minimum, (data, k) => {
      const answers = anonymise(data, inOrder(data, k))
      if (data.size < k) expect(answers).toBeUndefined()
      else property(answers!, data, k)
    }),
    { numRuns: 300 },
  )
}

test('every class has k rows, and the report says how small the smallest is', () => {
  check((answers, _, k) => {
    const sizes = classesOf(answers).map(({ length }) => length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(k)
    expect(answers.report).toMatchObject({ classes: sizes.length, smallestClass: Math.min(...sizes) })
  })
})

test('in every class the answers shown to a sensitive question differ', () => {
  check((answers) => {
    for (const rows of classesOf(answers)) {
      for (const question of ['joy', 'grade']) {
        const shown = new Set(rows.flatMap((row) => answerIn(answers, question, row) ?? []))
        expect(shown.size).not.toBe(1)
      }
    }
  })
})

test('whether somebody was asked for their background is the same in a class', () => {
  check((answers) => {
    const { codes } = answers.columns.find(({ variable }) => variable === 'only')!
    for (const rows of classesOf(answers)) {
      const asked = new Set(rows.map((row) => codes[row] === NOT_ASKED))
      expect(asked.size).toBe(1)
    }
  })
})

test('no row is lost, and what is shown of it is what the respondent said', () => {
  check((answers, data) => {
    expect(answers.size).toBe(data.size)
    for (const [variable, codes] of data.variables) {
      if (background.includes(variable)) continue
      const { columns } = questionColumns(codes, data.columns.get(variable)!)!
      const shown = answers.columns.filter((column) => column.variable === variable)
      for (const [index, column] of shown.entries()) {
        column.codes.forEach((code, row) => {
          if (code !== WITHHELD_ANSWER) expect(code).toBe(columns[index]!.codes[row])
        })
      }
    }
  })
})

test('what is said of the background is true', () => {
  check((answers, data) => {
    const { codes } = data.columns.get('area') as { codes: Uint8Array }
    const column = answers.columns.find(({ variable }) => variable === 'area')
    const level = answers.report.background.find(({ variable }) => variable === 'area')
    const groups: Record<string, string> = { west: 'ab', east: 'cd', near: 'abcd', far: 'e' }
    column?.codes.forEach((code, row) => {
      const said = String(column.answers[code] ?? 'abcde')
      expect(groups[said] ?? said).toContain('abcde'[codes[row]!])
    })
    expect(level?.detail === 'NOT_SAID').toBe(column === undefined)
  })
})

test('an answer that fewer than k gave is withheld, with so many others that nobody knows whose it was', () => {
  check((answers, data, k) => {
    for (const column of answers.columns.filter(({ variable }) =>
      ['joy', 'grade', 'causes'].includes(variable),
    )) {
      const { columns } = questionColumns(
        data.variables.get(column.variable)!,
        data.columns.get(column.variable)!,
      )!
      const original = columns.find(({ option }) => option === column.option)!.codes
      const given = (code: number) => original.filter((one) => one === code).length
      for (const code of column.codes) if (code < 250) expect(given(code)).toBeGreaterThanOrEqual(k)
      const withheld = column.codes.filter((code) => code === WITHHELD_ANSWER).length
      const answered = original.filter((code) => code < NO_ANSWER).length
      if (withheld > 0) expect(withheld).toBeGreaterThanOrEqual(Math.min(k, answered))
    }
  })
})

test('what was asked for an answer that is withheld is withheld too', () => {
  check((answers) => {
    const codesOf = (name: string) => answers.columns.find(({ variable }) => variable === name)?.codes
    codesOf('joy')?.forEach((code, row) => {
      if (code === WITHHELD_ANSWER) expect(codesOf('next')![row]).toBe(WITHHELD_ANSWER)
    })
  })
})

test('weights have mean 1, and each is shared by k rows', () => {
  check((answers, data, k) => {
    const { codes, answers: values } = answers.columns.find(({ variable }) => variable === 'weight')!
    const sum = codes.reduce((total, code) => total + Number(values[code]), 0)
    expect(sum / data.size).toBeCloseTo(1, 9)
    for (const place of values.keys()) {
      expect(codes.filter((code) => code === place).length).toBeGreaterThanOrEqual(k)
    }
  })
})
