import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createErrorsGuide } from '../src/errors-guide.ts'

describe('the committed guide to the errors', () => {
  it('is what the error table says; fix it with: pnpm generate', () => {
    const committed = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
    expect(committed === createErrorsGuide(), 'docs/errors.md has drifted: run pnpm generate').toBe(true)
  })
})
