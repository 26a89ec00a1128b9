/** `npm run migration -- NAME`: writes what `schema.prisma` has and the migrations lack as a new migration. */
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { migrationDiff } from './migration-diff.ts'

const usage = `Usage: npm run migration -- NAME
Writes prisma/migrations/<date>_NAME/migration.sql with what schema.prisma has and the migrations lack.`

const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
const name = positionals[0]
if (values.help || !name || !/^[a-z0-9_]+$/.test(name)) {
  process.stdout.write(`${usage}\n`)
  process.exit(values.help ? 0 : 2)
}
const sql = await migrationDiff()
if (sql === '') {
  process.stdout.write('The migrations already match schema.prisma.\n')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = new URL(`migrations/${stamp}_${name}/`, import.meta.url)
  await mkdir(folder, { recursive: true })
  await writeFile(new URL('migration.sql', folder), sql)
  await writeFile(new URL('migrations/migration_lock.toml', import.meta.url), 'provider = "postgresql"\n')
  process.stdout.write(`Wrote ${folder.pathname}migration.sql\n`)
}
