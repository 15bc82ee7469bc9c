import type { ConnectionAuthorization, CreatePostRequest, Post } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFacebook } from '../fake-platforms/facebook-server.ts'
import { startInstagram } from '../fake-platforms/instagram-server.ts'
import { startLinkedIn } from '../fake-platforms/linkedin-server.ts'
import { startTikTok } from '../fake-platforms/tiktok-server.ts'
import { startX } from '../fake-platforms/x-server.ts'
import { startYouTube } from '../fake-platforms/youtube-server.ts'
import { createDraft, preflight, readPost } from '../harness/drafts.ts'
import { connectPages, facebookSettingsOf } from '../harness/facebook.ts'
import { connectInstagram, instagramSettings } from '../harness/instagram.ts'
import { readBooks } from '../harness/ledger.ts'
import { connectLinkedIn, linkedInSettingsOf } from '../harness/linkedin.ts'
import { uploadFile } from '../harness/media.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { skipWaits } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { connect, openPage, settingsOf } from '../harness/x.ts'
import { connectChannel, youTubeSettingsOf } from '../harness/youtube.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

const APART_MS = 15 * 60_000

let clock: MovableClock
let fakes: Awaited<ReturnType<typeof startFakes>>
let server: TestServer

beforeAll(async () => {
  clock = createMovableClock()
  fakes = await startFakes()
  const { instagram, tiktok, youtube, x, facebook, linkedin } = fakes
  const environment = {
    ...instagramSettings(instagram),
    // Those of Facebook are the page's own.
    ...facebookSettingsOf(facebook),
    POWERPOST_TIKTOK_CLIENT_ID: tiktok.app.clientId,
    POWERPOST_TIKTOK_CLIENT_SECRET: tiktok.app.clientSecret,
    POWERPOST_TIKTOK_API_URL: tiktok.addresses.api,
    POWERPOST_TIKTOK_UPLOAD_URL: tiktok.addresses.upload,
    POWERPOST_TIKTOK_AUTHORIZE_URL: tiktok.addresses.authorize,
    POWERPOST_TIKTOK_TOKEN_URL: tiktok.addresses.token,
    ...youTubeSettingsOf(youtube),
    ...settingsOf(x),
    ...linkedInSettingsOf(linkedin),
  }
  server = await startTestServer({ clock, environment, credits: 1000 })
  await connectInstagram(server, instagram)
  const started = await server.post('/api/v1/connections', { platform: 'tiktok' })
  const { authorize_url } = (await started.json()) as ConnectionAuthorization
  expect(await openPage(tiktok.consent(authorize_url))).toMatchObject({ status: 200 })
  await connectChannel(server, youtube)
  await connect(server, x)
  await connectPages(server, facebook, ['Power Post'])
  await connectLinkedIn(server, linkedin, ['Example Inc'])
})
afterAll(async () => {
  await server.stop()
  for (const fake of Object.values(fakes)) {
    await fake.stop()
    expect(fake.state.complaints).toEqual([])
  }
  await removeMediaFiles()
})

async function startFakes() {
  const [instagram, tiktok, youtube, x, facebook, linkedin] = await Promise.all([
    startInstagram({ clock }),
    startTikTok({ clock }),
    startYouTube({ clock }),
    startX({ clock }),
    startFacebook({ clock }),
    startLinkedIn({ clock }),
  ])
  return { instagram, tiktok, youtube, x, facebook, linkedin }
}

/** What people see on each platform. */
function countPosts(): Readonly<Record<string, number>> {
  const { instagram, tiktok, youtube, x, facebook, linkedin } = fakes
  return {
    instagram: instagram.state.posts.length,
    tiktok: tiktok.state.posts.length,
    youtube: youtube.state.videos.length,
    x: x.state.posts.length,
    facebook: facebook.state.posts.length,
    linkedin: linkedin.state.posts.length,
  }
}

/** What a person chose for photos on TikTok. */
const CHOSEN = { privacy_level: 'PUBLIC_TO_EVERYONE', allow_comment: true } as const

/** An item of each platform, in this order a quarter of an hour after the other, with a file that its platform does not take as it is. */
async function makeItems(): Promise<CreatePostRequest['items']> {
  const files = await makeMediaFiles()
  const png = (await uploadFile(server, files.png)).media_id
  const webp = (await uploadFile(server, files.webp)).media_id
  const webm = (await uploadFile(server, files.webm, { type: 'video' })).media_id
  const wide = (await uploadFile(server, files.mp4, { type: 'video' })).media_id
  const items: CreatePostRequest['items'] = [
    { post_type: 'instagram-feed', media_ids: [png] },
    { post_type: 'tiktok-photos', media_ids: [png], options: CHOSEN },
    // A Short is upright.
    { post_type: 'youtube-short', media_ids: [wide], title: 'Bread', fit: 'pad', options: { made_for_kids: false } },
    { post_type: 'x-post', media_ids: [webm] },
    { post_type: 'facebook-post', media_ids: [webp] },
    { post_type: 'linkedin-post', media_ids: [webp] },
  ]
  return items.map((item, index) => ({
    ...item,
    content: `Fresh bread, on ${PLATFORM_OF_POST_TYPE[item.post_type]}`,
    scheduled_at: new Date(clock.now().getTime() + (index + 1) * APART_MS).toISOString(),
  }))
}

const statusesOf = ({ items }: Post) => items.map(({ status }) => status)

/** Waits until the items up to an index have ended, and no other has begun. */
async function untilEndedUpTo(id: string, index: number): Promise<Post> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const post = await readPost(server, id)
    const statuses = statusesOf(post)
    if (statuses.slice(0, index + 1).every((status) => status === 'posted' || status === 'failed')) {
      expect(statuses.slice(index + 1)).toEqual(statuses.slice(index + 1).map(() => 'draft'))
      return post
    }
    if (performance.now() > deadline) throw new Error(`it has not ended: ${JSON.stringify(post.items)}`)
    await skipWaits(server, clock)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

it('one post goes to six platforms, each item at its own time with its own rendition; one that fails stops no other', async () => {
  const items = await makeItems()
  const { problems, changes, publishable } = await preflight(server, { items })
  expect([publishable, problems.filter(({ severity }) => severity === 'error')]).toEqual([true, []])
  expect(new Set(changes.map(({ item }) => item))).toEqual(new Set(items.map((_, index) => index)))
  const { balance } = await readBooks(server.db)
  const { post_id } = await createDraft(server, { items })
  // X takes nothing that day.
  fakes.x.state.manner.refuseContent = true
  const last = items.at(-1)?.scheduled_at
  expect((await server.post(`/api/v1/posts/${post_id}/schedule`, { scheduled_at: last })).status).toBe(200)
  const order = ['instagram', 'tiktok', 'youtube', 'x', 'facebook', 'linkedin']
  for (const index of items.keys()) {
    const due = Date.parse(items[index]?.scheduled_at ?? '')
    clock.move({ seconds: Math.max(0, due - clock.now().getTime()) / 1000 })
    await untilEndedUpTo(post_id, index)
    const out = order.slice(0, index + 1).filter((platform) => platform !== 'x')
    expect(countPosts()).toEqual(Object.fromEntries(order.map((name) => [name, out.includes(name) ? 1 : 0])))
  }
  await expect.poll(async () => (await readPost(server, post_id)).status).toBe('published')
  const post = await readPost(server, post_id)
  expect(post).toMatchObject({ outcome: 'partial', credits_used: 1 })
  expect((await readBooks(server.db)).balance).toBe(balance - 1)
  for (const [index, item] of post.items.entries()) {
    const { platform, rendition, error, posted_at = '' } = item
    expect(rendition, platform).toMatchObject({ status: 'completed' })
    expect(rendition?.changes.length, platform).toBeGreaterThan(0)
    if (platform === 'x') {
      expect(item.status).toBe('failed')
      expect(error).toMatchObject({ code: 'PUBLISH_FAILED', action: 'change' })
    } else {
      expect([platform, item.status, error]).toEqual([platform, 'posted', undefined])
      expect(Date.parse(posted_at)).toBeGreaterThanOrEqual(Date.parse(items[index]?.scheduled_at ?? ''))
    }
  }
  // Retried alone, it goes out, and the others do not go out again.
  fakes.x.state.manner.refuseContent = false
  const failed = post.items.find(({ status }) => status === 'failed')
  expect((await server.post(`/api/v1/posts/${post_id}/items/${failed?.item_id}/retry`, {})).status).toBe(200)
  await untilEndedUpTo(post_id, items.length - 1)
  await expect.poll(async () => (await readPost(server, post_id)).outcome).toBe('all')
  expect(countPosts()).toEqual(Object.fromEntries(order.map((name) => [name, 1])))
  expect((await readBooks(server.db)).balance).toBe(balance - 4)
})
