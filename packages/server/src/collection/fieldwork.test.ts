import { expect, test } from 'vitest'
import { notTaking, today } from './fieldwork.ts'

test.each([
  ['2024-01-31T22:59:59Z', '2024-01-31'],
  ['2024-01-31T23:00:00Z', '2024-02-01'],
  ['2024-07-31T21:59:59Z', '2024-07-31'],
  ['2024-07-31T22:00:00Z', '2024-08-01'],
])('at %s it is %s in the Netherlands', (now, day) => {
  expect(today(new Date(now))).toEqual(new Date(day))
})

const wave = { status: 'FIELDING', fieldworkTo: new Date('2024-07-31') } as const

test('a wave takes answers on its last day, and no later; and only while it is open', () => {
  expect(notTaking(wave, new Date('2024-07-31T21:59:59Z'))).toBeUndefined()
  expect(notTaking(wave, new Date('2024-07-31T22:00:00Z'))).toBe('CLOSED')
  expect(notTaking({ ...wave, fieldworkTo: null })).toBeUndefined()
  const early = new Date('2024-07-01')
  expect(notTaking({ ...wave, status: 'DRAFT' }, early)).toBe('NOT_OPEN')
  for (const status of ['CLOSED', 'PUBLISHED', 'WITHDRAWN'] as const)
    expect(notTaking({ ...wave, status }, early)).toBe('CLOSED')
})
