import { expect, test } from 'vitest'
import type { ReleaseCodebook, ReleasedVariable } from '../release/release-codebook.ts'
import { comparabilityNotes } from './comparability-notes.ts'

const label = (text: string) => ({ nl: text, en: text })

function wave(code: string, ...variables: Partial<ReleasedVariable>[]): ReleaseCodebook {
  const variable = { code: 'joy', measurement: 'numeric' as const, label: label('Joy?') }
  return {
    wave: { code, title: label(code) },
    variables: variables.map((changes) => ({ ...variable, ...changes })),
  }
}

const staff = { nl: 'Andere schaal.', en: 'Another scale.' }

test('a change that staff did not note is noted from the codebooks', () => {
  expect(comparabilityNotes([wave('peo-1', {}), wave('peo-2', { label: label('Happy?') })])).toEqual([
    {
      wave: 'peo-2',
      variable: 'joy',
      note: { nl: 'De vraagtekst is gewijzigd sinds peo-1.', en: 'The wording changed since peo-1.' },
      changes: ['WORDING'],
    },
  ])
})

test("the staff's own note stands, with the changes beside it", () => {
  const second = wave('peo-2', { label: label('Happy?'), comparabilityNote: staff })
  expect(comparabilityNotes([wave('peo-1', {}), second])).toEqual([
    { wave: 'peo-2', variable: 'joy', note: staff, changes: ['WORDING'] },
  ])
  expect(comparabilityNotes([second])).toEqual([{ wave: 'peo-2', variable: 'joy', note: staff, changes: [] }])
})

test('nothing changed, nothing noted: a note of staff on the wave before does not count as a change', () => {
  expect(comparabilityNotes([wave('peo-1', { comparabilityNote: staff }), wave('peo-2', {})])).toEqual([
    { wave: 'peo-1', variable: 'joy', note: staff, changes: [] },
  ])
})

test('without dates the wave before is by code, whatever the order asked, and one that asked the question', () => {
  const waves = [
    wave('peo-3', { label: label('Happy?') }, { code: 'space' }),
    wave('peo-1', {}),
    wave('peo-2', { code: 'space', askedIf: { variable: 'joy', in: ['1'] } }),
    wave('peo-4', { label: label('Happy?') }),
  ]
  expect(comparabilityNotes(waves).map(({ wave, variable, note }) => [wave, variable, note.en])).toEqual([
    ['peo-3', 'joy', 'The wording changed since peo-1.'],
    ['peo-3', 'space', 'The routing changed since peo-2.'],
  ])
})

test('the wave before is by the start of fieldwork; a release without a date is older', () => {
  const dated = (codebook: ReleaseCodebook, fieldworkFrom: string) => ({
    ...codebook,
    wave: { ...codebook.wave, fieldworkFrom },
  })
  const waves = [
    dated(wave('najaar-2022', { label: label('Happy?') }), '2022-10-01'),
    dated(wave('voorjaar-2022', {}), '2022-04-01'),
    wave('zomer-2021', { label: label('Glad?') }),
  ]
  expect(comparabilityNotes(waves).map(({ wave, note }) => [wave, note.en])).toEqual([
    ['voorjaar-2022', 'The wording changed since zomer-2021.'],
    ['najaar-2022', 'The wording changed since voorjaar-2022.'],
  ])
})
