import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'openapi tools', include: ['test/*.test.ts'], testTimeout: 60_000 } })
