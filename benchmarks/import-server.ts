import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../packages/server/src/app.ts'
import { readConfiguration } from '../packages/server/src/configuration.ts'
import { openDatabase } from '../packages/server/src/database/open-database.ts'

/** Serves staff on a free port, and tells its parent the port; when asked, by how many kilobytes it grew at most. */
const database = await openDatabase(readConfiguration(process.env))
const app = createApp(database, { viewer: { role: 'STAFF' } })
await app.fetch('http://localhost/graphql?query={viewer{role}}')
const before = process.memoryUsage.rss() / 1024
const server = createServer(app)
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('message', () => {
  process.send?.(process.resourceUsage().maxRSS - before, () => process.exit(0))
})
