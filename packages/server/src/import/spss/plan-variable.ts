import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { answerCodes } from '../answer-codes.ts'
import { codeOf, plainNumber, untranslated } from '../source-table.ts'
import type { SavPart } from './plan-columns.ts'
import type { SavVariable } from './sav-dictionary.ts'

/** How one column becomes one variable. `meant` is what the wave has by that code. */
export function planVariable(
  variable: SavVariable,
  index: number,
  meant: CodebookVariable | undefined,
  isWeight: boolean,
): SavPart {
  const code = codeOf(variable.name)
  const answers = variable.labels.filter(({ value }) => !variable.isMissing(value))
  const measurement =
    meant?.measurement ?? (isWeight ? 'weight' : measurementOf(variable, answers.length > 0))
  const byCode = measurement === 'nominal' || measurement === 'ordinal'
  const codes = answerCodes(variable.name, byCode ? answers.map(({ value }) => value) : [])
  const categories = answers.map(({ value, label }) => ({
    code: codeOf(value),
    label: untranslated(label, codeOf(value)),
  }))
  return {
    names: [variable.name],
    variable: meant ?? {
      code,
      measurement,
      label: untranslated(variable.label, code),
      ...(byCode && categories.length > 0 ? { categories } : {}),
    },
    fields: (row) => {
      const value = row[index]
      if (value === undefined || value === '' || variable.isMissing(value)) return ['']
      // As its category has it: 2.5 is 2_5, -1 is m1.
      if (byCode) return [codes(value)]
      return [typeof value === 'number' ? plainNumber(value) : value]
    },
    missing: variable.labels
      .filter(({ value }) => variable.isMissing(value))
      .map(({ value, label }) => `${value} (${label})`),
  }
}

function measurementOf({ text, level }: SavVariable, labelled: boolean): CodebookVariable['measurement'] {
  if (text) return labelled ? 'nominal' : 'text'
  if (level === 'scale') return 'numeric'
  if (level === 'unknown') return labelled ? 'nominal' : 'numeric'
  return level
}
