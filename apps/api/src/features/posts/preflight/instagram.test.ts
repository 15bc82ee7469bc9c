import { expect, it } from 'vitest'
import type { PostOptions, PostType } from '@powerpost/contract'
import type { PlacedMedium } from '../placed-medium.ts'
import { checkMediaAddress } from './check-media-address.ts'
import { preflightItem } from './preflight-items.ts'

const PICTURE: PlacedMedium = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  isThere: true,
  type: 'image',
  mimeType: 'image/jpeg',
  size: 1000,
  width: 1080,
  height: 1350,
  durationSeconds: undefined,
  facts: { color: { bit_depth: 8, hdr: false } },
}

function check(postType: PostType, options: PostOptions) {
  const item = {
    postType,
    content: postType === 'instagram-story' ? '' : 'Text',
    title: undefined,
    options,
    fit: 'auto',
  }
  const { problems } = preflightItem({ ...item, media: [PICTURE] } as Parameters<typeof preflightItem>[0], 0)
  return problems
    .filter(({ path }) => path.includes('options'))
    .map(({ severity, rule, path }) => [severity, rule, path])
}

it.each<[PostType, PostOptions, readonly unknown[]]>([
  ['instagram-feed', { user_tags: [{ username: 'friend', x: 0.5, y: 0.5 }] }, []],
  [
    'instagram-feed',
    { user_tags: [{ username: 'friend' }] },
    [['error', 'user_tags', 'items[0].options.user_tags[0]']],
  ],
  ['instagram-story', { user_tags: [{ username: 'friend' }] }, []],
  [
    'instagram-feed',
    { user_tags: [{ username: 'friend', x: 0, y: 0, media_index: 1 }] },
    [['error', 'user_tags', 'items[0].options.user_tags[0]']],
  ],
  ['instagram-feed', { audio_name: 'Bells' }, [['warning', 'option', 'items[0].options.audio_name']]],
  ['instagram-story', { collaborators: ['friend'] }, [['warning', 'option', 'items[0].options.collaborators']]],
  ['instagram-feed', { collaborators: ['friend'], location_id: '1' }, []],
])('the options of %s %j: %j', (postType, options, expected) => {
  expect(check(postType, options)).toEqual(expected)
})

it.each([
  ['https://media.example.com', 'image', 'instagram', []],
  ['http://media.example.com', 'image', 'instagram', ['error']],
  ['https://127.0.0.1', 'image', 'instagram', ['error']],
  ['http://localhost:3000', 'video', 'instagram', ['error']],
  ['http://localhost:3000', 'image', 'facebook', ['error']],
  // With the tokens of a page videos are sent.
  ['http://localhost:3000', 'video', 'facebook', []],
] as const)('media at %s: a %s, signed in by %s: %j', (url, type, signIn, severities) => {
  const item = { postType: 'instagram-feed', media: [{ type }] } as const
  const check = (isLocalWork: boolean) => checkMediaAddress(item, signIn, { url: () => url, isLocalWork })
  expect(check(false).map(({ severity }) => severity)).toEqual(severities)
  expect(check(true).map(({ severity }) => severity)).toEqual(severities.map(() => 'warning'))
})
