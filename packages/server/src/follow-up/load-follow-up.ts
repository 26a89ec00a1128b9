import { readFile } from 'node:fs/promises'
import type { UserProblem } from '../access/user-problem.ts'
import { noteLocally } from '../audit/note-locally.ts'
import type { Viewer } from '../context.ts'
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import type { Changed } from './changed.ts'
import { createFinding, type NewFinding } from './findings.ts'
import { createMeeting, type NewMeeting } from './meetings.ts'
import {
  createFollowUp,
  createRecommendation,
  type NewFollowUp,
  type NewRecommendation,
} from './recommendations.ts'

/** What followed from waves, by their codes. */
type FollowUpFile = Readonly<
  Record<
    string,
    {
      readonly findings?: readonly Omit<NewFinding, 'wave'>[]
      readonly meetings?: readonly Omit<NewMeeting, 'wave'>[]
      readonly recommendations?: readonly (Omit<NewRecommendation, 'wave'> & {
        readonly followUps?: readonly Omit<NewFollowUp, 'recommendation'>[]
      })[]
    }
  >
>

const staff: Viewer = { role: 'STAFF' }

/** Loads a file of what followed from waves that are there, published: all of it or nothing. */
export async function loadFollowUp(prisma: PrismaClient, file: string): Promise<void> {
  const waves = JSON.parse(await readFile(file, 'utf8')) as FollowUpFile
  await prisma.$transaction((transaction) => load(transaction, waves), { timeout: 60_000 })
}

async function load(prisma: Prisma.TransactionClient, waves: FollowUpFile): Promise<void> {
  const published = true
  for (const [wave, { findings = [], meetings = [], recommendations = [] }] of Object.entries(waves)) {
    for (const one of findings) made(await createFinding(prisma, staff, { wave, published, ...one }))
    for (const one of meetings) made(await createMeeting(prisma, staff, { wave, ...one }))
    for (const { followUps = [], ...one } of recommendations) {
      const { id } = made(await createRecommendation(prisma, staff, { wave, published, ...one }))
      for (const note of followUps) made(await createFollowUp(prisma, staff, { recommendation: id, ...note }))
    }
  }
  const note = { subject: 'loadFollowUp', waves: Object.keys(waves), asked: {}, digests: [] }
  await noteLocally(prisma, 'service', note)
}

function made<Row>(outcome: Changed<Row> | UserProblem): Row {
  if (outcome.kind === 'changed') return outcome.row
  throw new Error(`What followed from the example waves does not load: ${outcome.field}: ${outcome.message}`)
}
