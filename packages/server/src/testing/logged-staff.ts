import { type App, type AppOptions, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { closedAfterFile } from './after-file.ts'

/** The service as `anna` of the staff uses it, with an audit log; closed when the calling test file is over. */
export const loggedStaff = (database: Database, options: AppOptions = {}): App =>
  closedAfterFile(
    createApp(database, { viewer: { role: 'STAFF' }, account: 'anna', auditLogDays: 30, ...options }),
  )
