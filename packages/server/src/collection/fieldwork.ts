import type { Wave } from '../generated/prisma/client.ts'

/** Where days begin and end. */
const place = 'Europe/Amsterdam'

const days = new Intl.DateTimeFormat('en-CA', {
  timeZone: place,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Today in the Netherlands, as a day of the fieldwork is stored. */
export function today(now = new Date()): Date {
  return new Date(days.format(now))
}

/** Why a wave takes no answers now: it is not open yet, or closed by hand or by its last day; undefined where it does. */
export function notTaking(
  { status, fieldworkTo }: Pick<Wave, 'status' | 'fieldworkTo'>,
  now = new Date(),
): 'NOT_OPEN' | 'CLOSED' | undefined {
  if (status === 'DRAFT') return 'NOT_OPEN'
  if (status !== 'FIELDING') return 'CLOSED'
  return fieldworkTo !== null && fieldworkTo < today(now) ? 'CLOSED' : undefined
}
