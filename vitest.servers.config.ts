import { defineConfig } from 'vitest/config'

/** Tests with real servers of others that are not on npm: PgBouncer, and Swift, which speaks like Amazon S3. */
export default defineConfig({
  test: {
    name: 'servers',
    root: 'apps/api',
    include: ['test/servers/**/*.test.ts'],
    globalSetup: ['./test/harness/setup-postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
