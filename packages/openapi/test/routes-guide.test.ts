import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createOpenApiDocument } from '../src/document.ts'
import { createRoutesGuide } from '../src/routes-guide.ts'

const document = createOpenApiDocument()

describe('the committed list of operations', () => {
  it('is what the document says', () => {
    const committed = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
    expect(committed === createRoutesGuide(document), 'docs/api.md has drifted: run pnpm generate').toBe(true)
  })

  it('has every operation', () => {
    const guide = createRoutesGuide(document)
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      for (const method of Object.keys(item)) expect(guide).toContain(`| \`${method.toUpperCase()} ${path}\` |`)
    }
  })
})
