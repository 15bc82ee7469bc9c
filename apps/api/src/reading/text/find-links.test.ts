import { describe, expect, it } from 'vitest'
import { findLinks, withoutLinks } from './find-links.ts'

describe('the links that a writer meant', () => {
  it.each([
    ['a link in brackets', 'Read (https://example.com/guide) now', ['https://example.com/guide']],
    ['brackets in a link', 'Read https://example.com/Mode_(dark).', ['https://example.com/Mode_(dark)']],
    ['an ending that nobody owns', 'Read https://a.example/b, please', ['https://a.example/b']],
    ['a bare domain', 'at powerpost.io and shop.powerpost.fr', ['powerpost.io', 'shop.powerpost.fr']],
    ['a bare domain with a path', 'buy.it/now', ['buy.it/now']],
    ['no file name, and no missing blank', 'Edit main.rs. Done.Now buy.it', []],
    ['no address of mail', 'me@example.com', []],
  ])('are found: %s', (_, text, links) => {
    expect(findLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual(links)
  })

  it.each([
    ['brackets that held only the link', 'the guide (https://example.com/guide) now', 'the guide  now'],
    ['brackets in brackets', 'the guide [(https://example.com/guide)]', 'the guide '],
    ['no brackets that hold more', 'the guide (see https://example.com)', 'the guide (see )'],
  ])('are taken out with %s', (_, text, rest) => {
    expect(withoutLinks(text)).toBe(rest)
  })
})
