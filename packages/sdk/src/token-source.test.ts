import { expect, test } from 'vitest'
import { type Token, tokenSource } from './token-source.ts'

test('where the next token cannot be had, the one that still holds is sent, unless it was refused', async () => {
  const answers: (Token | Error)[] = [
    { value: 'first', renewAt: 0, expiresAt: Infinity },
    new Error('away'),
    new Error('away still'),
    { value: 'second', renewAt: 0, expiresAt: 0 },
    new Error('away again'),
  ]
  const give = tokenSource(async () => {
    const answer = answers.shift()!
    if (answer instanceof Error) throw answer
    return answer
  })
  expect(await give(undefined)).toBe('first')
  expect(await give(undefined)).toBe('first')
  await expect(give(undefined, 'first')).rejects.toThrow('away still')
  expect(await give(undefined)).toBe('second')
  await expect(give(undefined)).rejects.toThrow('away again')
})
