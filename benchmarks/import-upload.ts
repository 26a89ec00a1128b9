import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { fileURLToPath } from 'node:url'

const query = `mutation ($input: ImportAnswersInput!) {
  importAnswers(input: $input) { respondents already errors { message } } }`

/** Imports a file by GraphQL into the wave "bench"; gives by how many megabytes the service grew at most. */
export async function uploadWith(databaseUrl: string, csv: string, respondents: number): Promise<number> {
  const server = fork(fileURLToPath(new URL('import-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  try {
    const [port] = (await once(server, 'message')) as [number]
    const form = new FormData()
    form.set('operations', JSON.stringify({ query, variables: { input: { wave: 'bench', file: null } } }))
    form.set('map', JSON.stringify({ file: ['variables.input.file'] }))
    // With an empty line more it is another file than the one that was imported.
    form.set('file', new File([await openAsBlob(csv), '\n'], 'bench.csv'))
    const headers = { 'x-peo-client': 'bench' }
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: form })
    const text = await response.text()
    if (!text.includes(`"respondents":${respondents},"already":false`)) throw new Error(text)
    server.send('done')
    const [kilobytes] = (await once(server, 'message')) as [number]
    return kilobytes / 1024
  } finally {
    server.kill()
  }
}
