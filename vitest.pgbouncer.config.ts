import { defineConfig } from 'vitest/config'

/** Tests behind a real PgBouncer: the system's own, which `PATH` names. */
export default defineConfig({
  test: {
    name: 'pgbouncer',
    root: 'apps/api',
    include: ['test/pgbouncer/**/*.test.ts'],
    globalSetup: ['./test/harness/setup-postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
