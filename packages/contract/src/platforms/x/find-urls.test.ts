import { describe, expect, it } from 'vitest'
import { findUrls } from './find-urls.ts'

describe('the links of a text', () => {
  it('are cut out precisely', () => {
    const text = 'Docs (https://example.com/a?b=c#d), shop: powerpost.shop. Not node.js, not a.b@example.com!'
    expect(findUrls(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'https://example.com/a?b=c#d',
      'powerpost.shop',
    ])
  })
})
