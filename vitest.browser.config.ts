import { defineConfig } from 'vitest/config'

/** Tests of what a person sees, in a real Chromium: the system's own, or the one that `CHROMIUM_PATH` names. */
export default defineConfig({
  test: {
    name: 'browser',
    root: 'apps/api',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['./test/harness/setup-embedded.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
