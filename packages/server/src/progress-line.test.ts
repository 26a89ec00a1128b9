import { expect, test } from 'vitest'
import { progressLine } from './progress-line.ts'

function written(isTTY: boolean): string {
  let text = ''
  const write = (part: string | Uint8Array) => {
    text += part
    return true
  }
  const line = progressLine({ isTTY, columns: 12, write })
  line.show('1 of 40')
  line.show('2 of 40 questions')
  line.clear()
  return text
}

test('a terminal shows one line, rewritten and cut to its width, and then none', () => {
  expect(written(true)).toBe('\r\u001B[K1 of 40\r\u001B[K2 of 40 que\r\u001B[K')
})

test('nothing is written to a file or a pipe', () => {
  expect(written(false)).toBe('')
})
