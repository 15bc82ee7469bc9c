import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { environmentSchema } from './environment.ts'

it('every setting is in docs/configuration.md, and nothing else is', () => {
  const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8')
  const documented = new Set(page.match(/POWERPOST_[A-Z0-9_]+/g))
  const settings = Object.keys(environmentSchema.shape).filter((name) => name.startsWith('POWERPOST_'))
  expect([...documented].sort()).toEqual(settings.sort())
})
