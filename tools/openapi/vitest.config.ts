import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'openapi tools',
    include: ['test/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    // Each starts a compiler of its own, on a machine that may be busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    maxConcurrency: 2,
  },
})
