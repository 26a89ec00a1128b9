import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { newProfessional } from './testing/new-professional.ts'

const document = `{
  wave(code: "peo-2022") {
    findings { id } reflections { nodes { id } } recommendations { id } publications { id } meetings { id }
    remarks { nodes { text } }
    questions(first: 50) { nodes { variable { code } reflections { nodes { id } } remarks { nodes { text } } } }
  }
  recommendations(first: 100) { nodes { wave { code } followUps { wave { code } } } }
}`

interface Answer {
  readonly wave: Readonly<Record<string, readonly object[] | { readonly nodes: readonly object[] }>>
  readonly recommendations: {
    readonly nodes: readonly { wave: { code: string }; followUps: { wave: { code: string } | null }[] }[]
  }
}

test('of a wave that was withdrawn nobody but staff reads what was made of its results', async () => {
  const database = await testDatabase('examples')
  const { prisma } = database
  const wave = await prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2022' } })
  const text = { textNl: 'x', textEn: 'x', published: true }
  const { id: questionId } = await prisma.question.findFirstOrThrow({ where: { waveId: wave.id } })
  await prisma.reflection.createMany({
    data: [
      { waveId: wave.id, ...text },
      { waveId: wave.id, questionId, ...text },
    ] as never,
  })
  const pia = await newProfessional(database, 'Pia')
  const own = { waveId: wave.id, status: 'APPROVED', authorId: pia.id, text: 'own' }
  const others = { waveId: wave.id, status: 'APPROVED', text: 'other' }
  await prisma.remark.createMany({
    data: [own, others, { ...own, questionId }, { ...others, questionId }] as never,
  })
  const earlier = await prisma.recommendation.findFirstOrThrow({ where: { wave: { code: 'peo-2021' } } })
  await prisma.followUp.create({
    data: { recommendationId: earlier.id, waveId: wave.id, textNl: 'x', textEn: 'x' },
  })

  const read = async (app: ReturnType<typeof createApp>) => {
    const { data, errors } = await ask<Answer>(app, document)
    expect(errors).toBeUndefined()
    const { questions, ...lists } = data.wave as unknown as { questions: { nodes: Answer['wave'][] } }
    const lengths = (all: object) =>
      Object.values(all).map((list) => ('nodes' in list ? list.nodes : list).length as number)
    return {
      wave: lengths(lists),
      questions: questions.nodes
        .map(({ reflections, remarks }) => lengths({ reflections, remarks }))
        .filter((counts) => counts.some((count) => count > 0)),
      recommendations: data.recommendations.nodes.filter((one) => one.wave.code === 'peo-2022').length,
      followUps: data.recommendations.nodes
        .flatMap(({ followUps }) => followUps)
        .filter((one) => one.wave?.code === 'peo-2022').length,
    }
  }
  const all = await read(createApp(database, { viewer: { role: 'EVERYONE' } }))
  expect(all.wave.every((count) => count > 0)).toBe(true)
  expect(all).toMatchObject({ questions: [[1, 2]] })
  expect(Math.min(all.recommendations, all.followUps)).toBeGreaterThan(0)

  await prisma.wave.update({
    where: { id: wave.id },
    data: { status: 'WITHDRAWN', withdrawnNl: 'x', withdrawnEn: 'x', withdrawnOn: new Date() },
  })
  const none = { wave: [0, 0, 0, 0, 0, 0], questions: [], recommendations: 0, followUps: 0 }
  for (const role of ['EVERYONE', 'PROFESSIONAL', 'PARTNER', 'RESEARCHER'] as const)
    expect([role, await read(createApp(database, { viewer: { role } }))]).toEqual([role, none])
  // Who wrote a remark finds it, to take it back.
  expect(await read(pia.app)).toEqual({ ...none, wave: [0, 0, 0, 0, 0, 2], questions: [[0, 1]] })
  expect(await read(createApp(database, { viewer: { role: 'STAFF' } }))).toEqual(all)
})
