import { appendFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LinkedInServer } from '../fake-platforms/linkedin-server.ts'
import { startLinkedIn } from '../fake-platforms/linkedin-server.ts'
import type { KillRig, Way } from '../harness/kill-rig.ts'
import { startKillRig, WAYS } from '../harness/kill-rig.ts'
import { connectLinkedIn, linkedInSettingsOf } from '../harness/linkedin.ts'
import { encodeVideo, makeMediaFiles, toFreeBox } from '../media-files/index.ts'

/** All that is asked of LinkedIn for an item of each kind, of an organization. */
const REQUESTS = {
  text: ['POST /rest/posts', 'POST /rest/socialActions/:urn/comments'],
  picture: [
    'POST /rest/images?action=initializeUpload',
    'PUT /dms-uploads',
    'GET /rest/images/:urn',
    'POST /rest/posts',
  ],
  video: [
    'POST /rest/videos?action=initializeUpload',
    'PUT /dms-uploads',
    'POST /rest/videos?action=finalizeUpload',
    'GET /rest/videos/:urn',
  ],
} as const

type Kind = keyof typeof REQUESTS

const [MEMBER, ORGANIZATION] = ['Ada Example', 'Example Inc'] as const

let linkedin: LinkedInServer
let rig: KillRig
let connections: Readonly<Record<string, string>>
let media: Readonly<Record<'picture' | 'video', string>>

beforeAll(async () => {
  linkedin = await startLinkedIn({ partBytes: 50_000 })
  const prepare = () => {
    linkedin.state.manner.slowly = 1
  }
  rig = await startKillRig({ platform: linkedin, settings: linkedInSettingsOf(linkedin), prepare })
  const { request, post } = rig
  const connected = await connectLinkedIn({ url: rig.server().url, request, post }, linkedin, [MEMBER, ORGANIZATION])
  connections = Object.fromEntries(connected.map(({ display_name, connection_id }) => [display_name, connection_id]))
  const video = await encodeVideo('killed.mp4', { width: 640, height: 360, frames: 90, frameRate: 25 })
  await appendFile(video, toFreeBox(90_000))
  media = { picture: await rig.upload((await makeMediaFiles()).jpeg, 'image'), video: await rig.upload(video, 'video') }
}, 120_000)
afterAll(() => rig.close())

const COMMENT = 'The first comment'

function itemOf(kind: Kind, content: string, name: string): object {
  const media_ids = kind === 'text' ? [] : [media[kind]]
  const comment = name === ORGANIZATION ? { first_comment: COMMENT } : {}
  return { post_type: 'linkedin-post', content, media_ids, connection_id: connections[name], ...comment }
}

const places = Object.entries(REQUESTS).flatMap(([kind, names]) => names.map((name) => ({ kind: kind as Kind, name })))

/** Kills the server at a request. Nothing of what it sent is refused, and no secret is in its log. */
async function killAt(name: string, way: Way, item: object): Promise<Post> {
  const ended = await rig.killAt(name, way, item)
  expect(linkedin.state.complaints).toEqual([])
  const secrets = [...linkedin.state.access.keys(), ...linkedin.state.refresh.keys(), linkedin.app.clientSecret]
  for (const secret of secrets) expect(rig.server().stderr()).not.toContain(secret)
  return ended
}

describe.each(places)('a server that is killed at $name, with a $kind', ({ kind, name }) => {
  it.each(WAYS)('%s, has the post of the organization once when it is back', { timeout: 120_000 }, async (way) => {
    const content = `Killed at ${name} ${way}`
    const ended = await killAt(name, way, itemOf(kind, content, ORGANIZATION))
    expect(ended).toMatchObject({ status: 'published', outcome: 'all' })
    const [shown, ...more] = linkedin.state.posts
    expect([shown?.shown, more]).toEqual([content, []])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id })
    // What was about to be sent of a comment is not sent again.
    const isComment = name.endsWith('/comments')
    expect(shown?.comments).toHaveLength(isComment && way === 'before its effect' ? 0 : 1)
    expect(ended.items[0]?.warnings?.map(({ code }) => code) ?? []).toEqual(isComment ? ['first_comment_unknown'] : [])
  })
})

it.each(WAYS)('a post of a member, killed at the final call %s, is unknown, and never twice', async (way) => {
  const content = `Killed as a member ${way}`
  const ended = await killAt('POST /rest/posts', way, itemOf('text', content, MEMBER))
  expect(ended.items[0]).toMatchObject({ status: 'failed', error: { code: 'OUTCOME_UNKNOWN', action: 'check' } })
  expect(linkedin.state.posts).toHaveLength(way === 'after its effect' ? 1 : 0)
})
