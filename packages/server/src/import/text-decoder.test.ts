import { expect, test } from 'vitest'
import { textDecoder } from './text-decoder.ts'

const bytes = Uint8Array.from([0x80, 0x91, 0x92, 0x96, 0xeb])

test.each([
  'windows-1252',
  'iso-8859-1',
  'us-ascii',
])('what Windows writes as %s is read as it is meant', (encoding) => {
  const decode = textDecoder(encoding)
  expect([decode(bytes), decode(bytes)]).toEqual(['€‘’–ë', '€‘’–ë'])
})

test('no text goes on in the next', () => {
  const decode = textDecoder('utf-8')
  expect([decode(Uint8Array.from([0xc3])), decode(Uint8Array.from([0xab]))]).toEqual(['\ufffd', '\ufffd'])
})
