import { expect, test } from 'vitest'
import type { Group, PreviewAnswer } from './ask-preview.ts'
import { previewText } from './preview-text.ts'

const code = (name: string) => ({ code: name, label: name.toUpperCase() })
const shown = (numbersShown: number, numbersWithheld: number, groupsWithheld = 0) => ({
  groupsWithheld,
  numbersShown,
  numbersWithheld,
})
const group = (reason: Group['reason'], question: string | null, ...sides: [string, string | null][]) => ({
  reason,
  question: question === null ? null : code(question),
  sides: sides.map(([variable, category]) => ({
    variable: code(variable),
    category: category === null ? null : code(category),
  })),
})

const preview: PreviewAnswer = {
  wave: 'peo-1',
  minimumGroupSize: 6,
  total: shown(199, 1, 9),
  shapes: [
    { kind: 'ALONE', variables: [], visibility: shown(100, 0) },
    { kind: 'BREAKDOWN', variables: [code('team'), code('jaren')], visibility: shown(1, 2) },
    { kind: 'BREAKDOWN', variables: [code('team')], visibility: shown(0, 4) },
    { kind: 'QUESTIONS', variables: [], visibility: shown(0, 0) },
  ],
  choices: [
    {
      kind: 'MERGE',
      variables: [code('team')],
      level: code('regio'),
      total: shown(9, 1),
      moreNumbers: 412,
      fewerWithheld: 37,
    },
    {
      kind: 'DROP',
      variables: [code('team'), code('jaren')],
      level: null,
      total: shown(191, 9),
      moreNumbers: -8,
      fewerWithheld: -1,
    },
  ],
  withheldGroups: [
    group('BELOW_MINIMUM', null, ['team', 'noord']),
    ...['a', 'b', 'c'].map((question) => group('BELOW_MINIMUM', question, ['team', 'zuid'])),
    ...['a', 'b', 'c'].map((question) => group('BELOW_MINIMUM', question, ['team', 'noord'])),
    group('BELOW_MINIMUM', 'a'),
    group('UNANIMOUS', 'a', ['team', 'oost'], ['jaren', null]),
  ],
}

test('what is shown, what is withheld by reason, and other choices', () => {
  expect(previewText(preview)).toBe(`\
peo-1: 199 of 200 numbers would be shown (99%), 9 groups withheld; no figure rests on fewer than 6 respondents

Numbers shown
  question alone   ████████████████████  100%  100 of 100
  by team × jaren  ██████░░░░░░░░░░░░░░   33%  1 of 3
  by team          ░░░░░░░░░░░░░░░░░░░░    0%  0 of 4

Withheld: fewer than 6 respondents (8)
  team: NOORD  4 tables
  team: ZUID   a, b, c
  everyone     a

Withheld: all gave the same answer (1)
  team: OOST × jaren: all  a

Other choices
  merge team into regio:  90% shown,  +412 numbers,  37 fewer groups withheld
  drop team × jaren:      95% shown,  -8 numbers,    1 more group withheld
`)
})

test('nothing withheld and nothing to choose takes no more words', () => {
  const { shapes } = preview
  const all = {
    ...preview,
    total: shown(100, 0),
    shapes: shapes.slice(0, 1),
    choices: [],
    withheldGroups: [],
  }
  expect(previewText(all)).toBe(`\
peo-1: 100 of 100 numbers would be shown (100%), 0 groups withheld; no figure rests on fewer than 6 respondents

Numbers shown
  question alone  ████████████████████  100%  100 of 100
`)
})
