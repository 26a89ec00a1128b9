import type { WithheldReason } from '@peo/disclosure'
import type { Group, PreviewAnswer, Shown } from './ask-preview.ts'

/** Length of a bar that stands for every number there is. */
const barLength = 20

/** At most so many questions are named for a group; of more, their number says enough. */
const mostNamed = 3

/** A preview for people: bars of what is shown, the withheld groups by reason, and other choices. */
export function previewText(preview: PreviewAnswer): string {
  const { wave, total, minimumGroupSize } = preview
  const head = `${wave}: ${portion(total)} numbers would be shown (${percent(total)}), ${count(total.groupsWithheld, 'group')} withheld; no figure rests on fewer than ${minimumGroupSize} respondents`
  return `${[head, shapesText(preview), withheldText(preview), choicesText(preview)].filter(Boolean).join('\n\n')}\n`
}

function shapesText({ shapes }: PreviewAnswer): string {
  const some = shapes.filter(({ visibility }) => all(visibility) > 0)
  const rows = some.map(({ kind, variables, visibility }) => {
    const by = `by ${variables.map(({ code }) => code).join(' × ')}`
    const name = { ALONE: 'question alone', BREAKDOWN: by, QUESTIONS: 'question by question' }[kind]
    return [name, bar(visibility), percent(visibility).padStart(4), portion(visibility)]
  })
  return ['Numbers shown', ...aligned(rows)].join('\n')
}

function withheldText({ withheldGroups, minimumGroupSize }: PreviewAnswer): string {
  const titles: readonly [WithheldReason, string][] = [
    ['BELOW_MINIMUM', `Withheld: fewer than ${minimumGroupSize} respondents`],
    ['PROTECTS_ANOTHER', 'Withheld: to protect one of those'],
    ['UNANIMOUS', 'Withheld: all gave the same answer'],
  ]
  const parts = titles.flatMap(([reason, title]) => {
    const groups = withheldGroups.filter((group) => group.reason === reason)
    return groups.length === 0 ? [] : [`${title} (${groups.length})\n${groupLines(groups).join('\n')}`]
  })
  return parts.join('\n\n')
}

/** A line for each group of respondents, with the tables in which it is withheld; those in most tables first. */
function groupLines(groups: readonly Group[]): string[] {
  const tables = new Map<string, string[]>()
  for (const group of groups) {
    const name = nameOf(group)
    tables.set(name, [...(tables.get(name) ?? []), group.question?.code ?? 'its size'])
  }
  const rows = [...tables]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([name, of]) => [name, of.length > mostNamed ? `${of.length} tables` : of.join(', ')])
  return aligned(rows)
}

function nameOf({ sides }: Group): string {
  if (sides.length === 0) return 'everyone'
  return sides.map(({ variable, category }) => `${variable.code}: ${category?.label ?? 'all'}`).join(' × ')
}

function choicesText({ choices }: PreviewAnswer): string {
  if (choices.length === 0) return ''
  const lines = choices.map(({ kind, variables, level, total, moreNumbers, fewerWithheld }) => {
    const what = variables.map(({ code }) => code).join(' × ')
    const choice = kind === 'MERGE' ? `merge ${what} into ${level?.code}` : `drop ${what}`
    const sign = moreNumbers > 0 ? '+' : ''
    const groups = count(Math.abs(fewerWithheld), fewerWithheld < 0 ? 'more group' : 'fewer group')
    return [`${choice}:`, `${percent(total)} shown,`, `${sign}${moreNumbers} numbers,`, `${groups} withheld`]
  })
  return ['Other choices', ...aligned(lines)].join('\n')
}

const all = ({ numbersShown, numbersWithheld }: Shown) => numbersShown + numbersWithheld
const portion = (shown: Shown) => `${shown.numbersShown} of ${all(shown)}`
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Rounded towards what is withheld: 100% means all of it. */
function percent(shown: Shown): string {
  return `${Math.floor((100 * shown.numbersShown) / all(shown))}%`
}

function bar(shown: Shown): string {
  const filled = Math.floor((barLength * shown.numbersShown) / all(shown))
  return '█'.repeat(filled) + '░'.repeat(barLength - filled)
}

/** Rows of cells as indented lines, every column but the last as wide as its widest cell. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
  )
}
