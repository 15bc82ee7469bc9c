import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

type Database = 'embedded' | 'postgres'

/** Everything on every database, as before a release. */
const everything = process.env['CI_FULL'] === '1'

/** Tests that one database cannot run: several processes share PostgreSQL only, and only the embedded database is files. */
const IMPOSSIBLE = { embedded: ['test/postgres/**'], postgres: ['test/embedded/**'] }

/** Tests that one database is enough for, unless everything is asked for: see docs/testing.md. */
const ENOUGH_ON_POSTGRES = everything ? [] : ['test/load/**', 'test/one-database/**', 'test/process/**']

const SKIPPED = {
  embedded: [...IMPOSSIBLE.embedded, ...ENOUGH_ON_POSTGRES],
  postgres: IMPOSSIBLE.postgres,
}

/** Tests of the whole server run once on each database: what holds on one must hold on the other. */
function serverTests(database: Database) {
  return {
    test: {
      name: `api on ${database}`,
      root: 'apps/api',
      include: ['test/**/*.test.ts'],
      exclude: ['test/clients/**', 'test/browser/**', 'test/local-model/**', 'test/servers/**', ...SKIPPED[database]],
      globalSetup: [`./test/harness/setup-${database}.ts`],
      // Importing the server takes 1.5 s and compiling the embedded database another: once a worker, not once a file.
      // No test replaces a module, and each has its own server and database.
      isolate: false,
      // They start processes and databases: on a busy machine that takes a while, and slow is not wrong.
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  }
}

function parts(name: string, root: string, include: string, timeout?: number) {
  const timeouts = timeout === undefined ? {} : { testTimeout: timeout, hookTimeout: timeout }
  return { test: { name, root, include: [include], isolate: false, ...timeouts } }
}

export default defineConfig({
  test: {
    // Most tests of the server wait: for its jobs, for its database, for a process to start.
    maxWorkers: availableParallelism() + 1,
    projects: [
      parts('contract', 'packages/contract', 'src/**/*.test.ts'),
      parts('openapi', 'packages/openapi', 'test/**/*.test.ts', 30_000),
      parts('imports', 'tools/imports', 'test/**/*.test.ts'),
      parts('repository', 'tools/repository', 'test/**/*.test.ts'),
      parts('client', 'packages/client', 'test/**/*.test.ts', 30_000),
      parts('cli', 'packages/cli', 'test/**/*.test.ts', 30_000),
      parts('api parts', 'apps/api', 'src/**/*.test.ts', 60_000),
      serverTests('embedded'),
      serverTests('postgres'),
    ],
  },
})
