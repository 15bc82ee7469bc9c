import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FacebookServer } from '../fake-platforms/facebook-server.ts'
import { startFacebook } from '../fake-platforms/facebook-server.ts'
import type { InstagramServer } from '../fake-platforms/instagram-server.ts'
import { startInstagram } from '../fake-platforms/instagram-server.ts'
import { shareTokens, startMetaFront } from '../fake-platforms/meta-front.ts'
import { createDraft } from '../harness/drafts.ts'
import { connectPages, facebookSettingsOf, listAllConnections } from '../harness/facebook.ts'
import { uploadFile } from '../harness/media.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles } from '../media-files/index.ts'

let facebook: FacebookServer
let instagram: InstagramServer
let front: Awaited<ReturnType<typeof startMetaFront>>
let server: TestServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  facebook = await startFacebook({ clock })
  instagram = await startInstagram({ clock })
  front = await startMetaFront(facebook, instagram)
  // Facebook Login alone: nothing of Instagram's own sign-in is set.
  const environment = { ...facebookSettingsOf(facebook), POWERPOST_FACEBOOK_API_URL: front.url }
  server = await startTestServer({ clock, environment, credits: 1000 })
})
afterAll(async () => {
  await server.stop()
  await front.stop()
  await facebook.stop()
  await instagram.stop()
  expect([...facebook.state.complaints, ...instagram.state.complaints]).toEqual([])
})

it('one sign-in with three pages: one post goes to two of them, and to the Instagram account behind one', async () => {
  const [first, second, account] = await connectPages(server, facebook, ['Power Post', 'Second Page', '@secondpage'])
  expect((await listAllConnections(server)).map(({ platform }) => platform).toSorted()).toEqual([
    'facebook',
    'facebook',
    'instagram',
  ])
  shareTokens(facebook, instagram)
  const picture = await uploadFile(server, (await makeMediaFiles()).jpeg)
  const content = 'Dark mode is here'
  const media = [{ media_id: picture.media_id, alt_text: 'A dark screen' }]
  const items = [
    { post_type: 'facebook-post', connection_id: first?.connection_id, content, media },
    { post_type: 'facebook-post', connection_id: second?.connection_id, content, media },
    { post_type: 'instagram-feed', connection_id: account?.connection_id, content, media },
  ]
  const { post_id } = await createDraft(server, { items })
  await publish(server, post_id)
  const post = await untilEnded(server, clock, post_id)
  expect(post.items.map(({ status, error }) => error ?? status)).toEqual(['posted', 'posted', 'posted'])
  expect(facebook.state.posts.map(({ pageId, message }) => [pageId, message]).toSorted()).toEqual([
    ['4711', content],
    ['4712', content],
  ])
  expect(instagram.state.posts.map(({ userId, caption }) => [userId, caption])).toEqual([
    ['17841400000000001', content],
  ])
})
