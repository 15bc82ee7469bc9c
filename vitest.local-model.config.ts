import { defineConfig } from 'vitest/config'

/** A language model that really runs: `pnpm test:local-model` installs what runs it. */
export default defineConfig({
  test: {
    root: 'apps/api',
    include: ['test/local-model/**/*.test.ts'],
    globalSetup: ['./test/harness/setup-embedded.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
