import { defineConfig } from 'vitest/config'

/** Tests with programs that are not npm's: curl and Python with `requests`. */
export default defineConfig({
  test: {
    name: 'clients',
    root: 'apps/api',
    include: ['test/clients/**/*.test.ts'],
    globalSetup: ['./test/harness/setup-embedded.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
