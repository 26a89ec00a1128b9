import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../packages/server/src/app.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { afterFile } from '../packages/server/src/testing/after-file.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

/** Starts the service with the example waves on a free port of this machine; gone when the test file ends. */
export async function startedService(): Promise<string> {
  return startService(await testDatabase('examples'))
}

/**
 * Starts the service on a database, on a free port of this machine; gone when the test file ends.
 *
 * @param host by which browsers reach it
 */
export async function startService(database: Database, host = '127.0.0.1'): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterFile(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  server.on('request', createApp(database, { url }))
  return url
}
