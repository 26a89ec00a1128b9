import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createApp } from '../packages/server/src/app.ts'
import { newProfessional } from '../packages/server/src/follow-up/testing/new-professional.ts'
import { ask } from '../packages/server/src/testing/ask.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

test('the examples of docs/follow-up.md work one after another', async () => {
  const database = await testDatabase('examples')
  const apps = new Map([
    ['everyone', createApp(database)],
    ['staff', createApp(database, { viewer: { role: 'STAFF' } })],
    ['professional', (await newProfessional(database, 'Pia Bloem')).app],
  ])
  const text = await readFile(new URL('../docs/follow-up.md', import.meta.url), 'utf8')
  const ids = new Map<string, string>()
  const answers: string[] = []
  for (const [, who = '', block = ''] of text.matchAll(/```graphql (\w+)\n([\s\S]*?)```/g)) {
    const document = block.replace(/<(\w+)>/g, (_, name: string) => ids.get(name) ?? `no ${name}`)
    const { data, errors } = await ask<Record<string, object>>(apps.get(who)!, document)
    expect([document, errors]).toEqual([document, undefined])
    for (const payload of Object.values(data)) {
      for (const [name, item] of Object.entries(payload)) {
        if (name === 'errors') expect([document, item]).toEqual([document, []])
        else if (typeof item?.id === 'string') ids.set(name, item.id)
      }
    }
    answers.push(JSON.stringify(data))
  }
  expect([...ids.keys()]).toEqual([
    'reflection',
    'recommendation',
    'followUp',
    'account',
    'remark',
    'proposal',
  ])
  for (const said of ["Vooral bij GI's is de druk hoog.", 'Dit herken ik.'])
    expect(answers.at(-1)).toContain(said)
})
