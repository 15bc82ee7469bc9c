import { createKeyring } from '#shared/keyring.ts'
import { expect, it } from 'vitest'
import type { SignedLink } from './media-links.ts'
import { createMediaLinks } from './media-links.ts'

const MEDIUM = '0199a1b2-0000-7000-8000-000000000001'
const DAY_MS = 24 * 3600_000

function linksAt(time: string, key = 'an encryption key of 32 characters') {
  const now = () => new Date(time)
  return createMediaLinks({ keyring: createKeyring(key), publicUrl: () => 'https://social.example', clock: { now } })
}

function read(url: string): SignedLink {
  const { pathname, searchParams } = new URL(url)
  const [mediaId = '', variant] = pathname.split('/').slice(-2)
  const [expires, signature] = [searchParams.get('expires') ?? '', searchParams.get('signature') ?? '']
  return { mediaId, variant: variant === 'thumbnail' ? variant : 'content', expires, signature }
}

it.each([
  '2026-11-22T00:00:00.000Z',
  '2026-11-22T00:00:00.001Z',
  '2026-11-22T18:53:52.000Z',
  '2026-11-22T23:59:59.999Z',
])('a link made at %s is good for seven days at least, and eight at the most', (time) => {
  const { url } = linksAt(time).of(MEDIUM)
  const seconds = linksAt(time).check(read(url))
  expect(seconds).toBeGreaterThanOrEqual(7 * 24 * 3600)
  expect(seconds).toBeLessThanOrEqual(8 * 24 * 3600)
  const after = (ms: number) => linksAt(new Date(Date.parse(time) + ms).toISOString()).check(read(url))
  expect(after(7 * DAY_MS - 1000)).toBeGreaterThan(0)
  expect(after(8 * DAY_MS)).toBe(0)
})

it('a link stays the same for the rest of the day', () => {
  const morning = linksAt('2026-11-22T00:00:01.000Z').of(MEDIUM)
  expect(linksAt('2026-11-22T23:59:59.000Z').of(MEDIUM)).toEqual(morning)
  expect(linksAt('2026-11-23T00:00:01.000Z').of(MEDIUM)).not.toEqual(morning)
})

it('a link is good for what it was made for, and for nothing else', () => {
  const links = linksAt('2026-11-22T18:53:52.000Z')
  const link = read(links.of(MEDIUM).url)
  expect(links.check(link)).toBeGreaterThan(0)
  const changed: Partial<SignedLink>[] = [
    { mediaId: '0199a1b2-0000-7000-8000-000000000002' },
    { variant: 'thumbnail' },
    { expires: String(Number(link.expires) + 1) },
    { expires: `${link.expires}.0` },
    { expires: `0${link.expires}` },
    { signature: '' },
    { signature: `${link.signature}=` },
    { signature: link.signature.slice(0, -1) },
    // The last of 43 characters carries two bits too many: another spelling of the same bytes.
    ...['A', 'Q', 'x', '-', 'é'].map((last) => ({ signature: `${link.signature.slice(0, -2)}${last}${last}` })),
  ]
  for (const change of changed) expect(links.check({ ...link, ...change }), JSON.stringify(change)).toBe(0)
  expect(linksAt('2026-11-22T18:53:52.000Z', 'another encryption key, 32 characters').check(link)).toBe(0)
})
