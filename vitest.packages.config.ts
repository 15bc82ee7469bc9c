import { defineConfig } from 'vitest/config'

/** What would be published, as it is packed: linted, weighed, compiled against, and run wherever it must work. */
export default defineConfig({
  test: {
    name: 'packages',
    root: 'tools/client',
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
