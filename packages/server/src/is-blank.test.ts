import { expect, test } from 'vitest'
import { isBlank } from './is-blank.ts'

test('a text is blank when nothing of it is seen', () => {
  for (const text of ['', '   ', '\u00a0', '\u200b', '\u2060\ufeff\n', '\u3164', '\u00ad', '\u2800', '\0'])
    expect([text, isBlank(text)]).toEqual([text, true])
  for (const text of ['a', ' . ', '…', '\u200b1', 'é', '👩‍👩‍👧'])
    expect([text, isBlank(text)]).toEqual([text, false])
})
