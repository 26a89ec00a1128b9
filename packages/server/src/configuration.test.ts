import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'

test('everything has a default, and an empty variable is as none', () => {
  const defaults = {
    port: 4000,
    host: '127.0.0.1',
    publicUrl: undefined,
    issuersFile: undefined,
    databaseUrl: undefined,
    dataDirectory: path.resolve('.data'),
    trustedProxies: 0,
    pointsPerMinute: 60_000,
    auditLogDays: 365,
    rowsKeptDays: undefined,
    columnCacheBytes: 268_435_456,
  }
  expect(readConfiguration({})).toEqual(defaults)
  expect(
    readConfiguration({
      PORT: '',
      HOST: '',
      PUBLIC_URL: '',
      ISSUERS: '',
      DATABASE_URL: '',
      DATA_DIR: '',
      TRUST_PROXY: '',
      RATE_LIMIT: '',
      AUDIT_LOG_DAYS: '',
      ROWS_KEPT_DAYS: '',
      COLUMN_CACHE_MB: '',
    }),
  ).toEqual(defaults)
})

test('the environment decides', () => {
  const environment = {
    PORT: '8080',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://results.example.org/',
    ISSUERS: '/etc/peo/issuers.json',
    DATABASE_URL: 'postgresql://localhost/peo',
    DATA_DIR: '/var/lib/peo',
    TRUST_PROXY: '2',
    RATE_LIMIT: '500',
    AUDIT_LOG_DAYS: '30',
    ROWS_KEPT_DAYS: '180',
    COLUMN_CACHE_MB: '64',
  }
  expect(readConfiguration(environment)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://results.example.org',
    issuersFile: path.resolve('/etc/peo/issuers.json'),
    databaseUrl: 'postgresql://localhost/peo',
    dataDirectory: path.resolve('/var/lib/peo'),
    trustedProxies: 2,
    pointsPerMinute: 500,
    auditLogDays: 30,
    rowsKeptDays: 180,
    columnCacheBytes: 67_108_864,
  })
})

test.each(['0', '65535'])('%s is a port', (port) => {
  expect(readConfiguration({ PORT: port }).port).toBe(Number(port))
})

test.each(['65536', '-1', '80.5', 'http', '4000;'])('%s is no port', (port) => {
  expect(() => readConfiguration({ PORT: port })).toThrow(
    `PORT is "${port}", which is no port; give a number from 0 to 65535.`,
  )
})

test.each([
  'results.example.org',
  'ftp://x',
  'https://x/peo',
  'https://x?a',
  'https://a:b@x',
])('%s is no origin', (url) => {
  expect(() => readConfiguration({ PUBLIC_URL: url })).toThrow(`PUBLIC_URL is "${url}"; give protocol`)
})

test.each(['0', '-1', '1.5', '1e300', 'much', '64 MB'])('%s is no size of a cache', (size) => {
  expect(() => readConfiguration({ COLUMN_CACHE_MB: size })).toThrow(
    `COLUMN_CACHE_MB is "${size}"; give a whole number from 1, such as 256.`,
  )
})
