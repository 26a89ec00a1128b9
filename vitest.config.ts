import { defineConfig } from 'vitest/config'

/** The pure cores, attacks on what they make, and the client know no database: their tests wait for none. */
const pure = ['packages/{tabulation,disclosure,formats,sdk}/src/**/*.test.ts', 'tests/attack/*.test.ts']

/**
 * What asks a service over HTTP does not see which database it has: pages in a browser, the SDK, the command line, recipes.
 * Commands of the service are tried on an embedded one.
 */
const clients = [
  'tests/!(published-figures|tabulation-by-sql).test.ts',
  'tests/dashboard/*.test.ts',
  'packages/server/src/*-command.test.ts',
]

/** What counts the work of a process has one of its own. */
const alone = ['tests/attack/service/timing.test.ts']

const globalSetup = ['packages/server/src/testing/global-setup.ts']
const setupFiles = ['end-of-file', 'quiet-log'].map((name) => `packages/server/src/testing/${name}.ts`)

export default defineConfig({
  // Vite would take graphql's ES module where Node.js takes its CommonJS: two copies do not know each other's errors.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: '100%',
    // Reading the modules anew for each file takes longer than the tests; so no test mocks a module.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'cores', include: pure } },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...pure, ...clients, ...alone],
          globalSetup,
          setupFiles,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, isolate: true, globalSetup, setupFiles } },
      { extends: true, test: { name: 'clients', include: clients, globalSetup, setupFiles } },
    ],
  },
})
