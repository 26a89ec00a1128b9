import { codeOf } from './source-table.ts'

/**
 * Gives the answers of a variable their codes, and no two of them the same one: what is in a row while another answer has
 * its code becomes what is no code, and is refused there.
 *
 * @param defined the answers that the file says there are
 * @throws RangeError when two of those would have one code
 */
export function answerCodes(
  variable: string,
  defined: readonly (string | number)[],
  codeFor: (answer: string | number) => string = codeOf,
): (answer: string | number) => string {
  const answers = new Map<string, string | number>()
  for (const answer of defined) {
    const code = codeFor(answer)
    if (answers.has(code))
      throw new RangeError(
        `the answers "${answers.get(code)}" and "${answer}" of ${variable} would both be ${code}; give one of them another code there`,
      )
    answers.set(code, answer)
  }
  return (answer) => {
    const code = codeFor(answer)
    const known = answers.get(code) ?? answer
    answers.set(code, known)
    return same(known) === same(answer) ? code : `${answer} (the code ${code} stands for ${known})`
  }
}

const same = (answer: string | number) => String(answer).normalize().trim()

/** @throws RangeError when two variables of a file would have one code */
export function refuseSharedCodes(
  parts: readonly { readonly names: readonly string[]; readonly variable: { readonly code: string } }[],
): void {
  const names = new Map<string, string>()
  for (const { names: own, variable } of parts) {
    const other = names.get(variable.code)
    if (other !== undefined)
      throw new RangeError(
        `the variables ${other} and ${own.join(', ')} would both be ${variable.code}; rename one of them there`,
      )
    names.set(variable.code, own.join(', '))
  }
}
