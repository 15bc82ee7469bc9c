import { describe, expect, it } from 'vitest'
import { SCOPE_PRESETS, SCOPES } from './scopes.ts'

describe('a preset of scopes', () => {
  it('read_write holds every scope', () => {
    expect(SCOPE_PRESETS.read_write).toEqual(SCOPES)
  })

  it('read_draft cannot publish, manage the account or change settings, and can do all the rest', () => {
    const withheld = SCOPES.filter((scope) => !SCOPE_PRESETS.read_draft.includes(scope))
    expect(withheld).toEqual(['account:manage', 'posts:publish', 'settings:write'])
  })

  it('read_only reads everything and does nothing', () => {
    expect(SCOPE_PRESETS.read_only).toEqual([
      'account:read',
      'content:read',
      'images:read',
      'videos:read',
      'media:read',
      'posts:read',
      'calendar:read',
      'analytics:read',
      'settings:read',
    ])
  })

  it('names no scope twice', () => {
    expect(new Set(SCOPES).size).toBe(SCOPES.length)
  })
})
