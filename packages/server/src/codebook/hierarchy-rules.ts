import type { CodebookLevel, CodebookVariable } from './codebook-format.ts'
import { type CodebookProblem, repeated } from './codebook-rules.ts'

/** What must hold of the levels of a variable: each parts its categories, and is coarser than the one before. */
export function checkHierarchy(variable: CodebookVariable): CodebookProblem[] {
  const path = `variables.${variable.code}`
  const { hierarchy: levels = [], sensitive = false, role, measurement } = variable
  const problems: CodebookProblem[] = repeated(levels, `${path}.hierarchy`)
  const say = (message: string, at = path) => problems.push({ path: at, message })
  if (levels.length > 0 && role !== 'background') {
    say('has a hierarchy, which is for background variables; leave it out or give it the role background')
  }
  if (sensitive && role === 'background') {
    say('is a background variable and sensitive; what singles people out is protected already, leave one out')
  }
  if (sensitive && (measurement === 'text' || measurement === 'weight')) {
    say(`is ${measurement}, which is never sensitive: leave that out`)
  }
  const codes = (variable.categories ?? []).map(({ code }) => code)
  for (const [index, level] of levels.entries()) {
    const at = `${path}.hierarchy.${level.code}`
    problems.push(...repeated(level.categories, at))
    for (const message of partitionProblems(level, codes)) say(`${message} ${variable.code}`, at)
    for (const message of coarserProblems(level, levels[index - 1])) say(message, at)
  }
  return problems
}

function partitionProblems({ categories }: CodebookLevel, codes: readonly string[]): string[] {
  const placed = categories.flatMap((group) => group.categories)
  const twice = placed.filter((code, index) => placed.indexOf(code) < index)
  return [
    ...codes
      .filter((code) => !placed.includes(code))
      .map((code) => `leaves ${code} out; put it in one category of the level of`),
    ...new Set(twice.map((code) => `holds ${code} twice; put it in one category of the level of`)),
    ...new Set(placed.filter((code) => !codes.includes(code)).map((code) => `${code} is not a category of`)),
  ]
}

function coarserProblems(level: CodebookLevel, finer: CodebookLevel | undefined): string[] {
  if (finer === undefined) return []
  const holder = (code: string) => level.categories.findIndex(({ categories }) => categories.includes(code))
  const broken = finer.categories
    .filter(({ categories }) => new Set(categories.map(holder)).size > 1)
    .map(
      ({ code }) =>
        `parts ${code}, which ${finer.code} holds together; a level unites those of the one before`,
    )
  if (broken.length > 0 || level.categories.length < finer.categories.length) return broken
  return [`has as many categories as ${finer.code}; a level must be coarser than the one before`]
}
