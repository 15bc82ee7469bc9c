import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Several processes can share a PostgreSQL alone; only the embedded database is files, and some tests need no second one. */
const NOT_ON = { embedded: 'test/postgres/**', postgres: 'test/embedded/**' }

/** Tests of the whole server run once on each database: what holds on one must hold on the other. */
function serverTests(database: 'embedded' | 'postgres') {
  return {
    test: {
      name: `api on ${database}`,
      root: 'apps/api',
      include: ['test/**/*.test.ts'],
      exclude: ['test/clients/**', 'test/browser/**', NOT_ON[database]],
      globalSetup: [`./test/harness/setup-${database}.ts`],
      // They start processes and databases: on a busy machine that takes a while, and slow is not wrong.
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  }
}

export default defineConfig({
  test: {
    // Most tests of the server wait: for its jobs, for its database, for a process to start.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { name: 'contract', root: 'packages/contract', include: ['src/**/*.test.ts'] } },
      { test: { name: 'openapi', root: 'packages/openapi', include: ['test/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'client', root: 'packages/client', include: ['test/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'imports', root: 'tools/imports', include: ['test/**/*.test.ts'] } },
      { test: { name: 'cli', root: 'packages/cli', include: ['test/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'api parts',
          root: 'apps/api',
          include: ['src/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      serverTests('embedded'),
      serverTests('postgres'),
    ],
  },
})
