import { appendFile, readFile } from 'node:fs/promises'
import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LinkedInServer } from '../fake-platforms/linkedin-server.ts'
import { startLinkedIn } from '../fake-platforms/linkedin-server.ts'
import { createDraft } from '../harness/drafts.ts'
import { readBooks } from '../harness/ledger.ts'
import { connectLinkedIn, linkedInSettingsOf } from '../harness/linkedin.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { encodeVideo, makeMediaFiles, makePdf, toFreeBox, writeMediaFile } from '../media-files/index.ts'

/** A post. */
const PRICE = 1
const CONTENT = 'Dark mode (beta) is here & *everywhere*, @friends_of_ours #DarkMode'
const MEMBER = 'Ada Example'
const ORGANIZATION = 'Example Inc'

let linkedin: LinkedInServer
let server: TestServer
let clock: MovableClock
let connections: Readonly<Record<string, string>>
let media: Readonly<Record<'picture' | 'video' | 'document', string>>

beforeAll(async () => {
  clock = createMovableClock()
  linkedin = await startLinkedIn({ clock, partBytes: 4000 })
  // The clock moves by days: metrics of what is posted would be due.
  const environment = linkedInSettingsOf(linkedin)
  server = await startTestServer({ clock, environment, credits: 10_000 })
  const files = await makeMediaFiles()
  const video = await encodeVideo('linkedin.mp4', { width: 640, height: 360, frames: 90, frameRate: 25 })
  // LinkedIn takes no videos of less than 75 KB: an empty box makes it as large as that.
  await appendFile(video, toFreeBox(90_000))
  const document = await writeMediaFile('year.pdf', makePdf(3))
  media = {
    picture: await upload(files.jpeg, 'image'),
    video: await upload(video, 'video'),
    document: await upload(document, 'document'),
  }
})
beforeEach(async () => {
  linkedin.state.repair()
  linkedin.faults.clear()
  await sql`delete from publishing_pauses`.execute(server.db)
  const connected = await connectLinkedIn(server, linkedin, [MEMBER, ORGANIZATION])
  connections = Object.fromEntries(connected.map(({ display_name, connection_id }) => [display_name, connection_id]))
})
afterAll(async () => {
  await server.stop()
  await linkedin.stop()
  expect(linkedin.state.complaints).toEqual([])
})

async function upload(path: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile(path)]), `mine.${path.split('.').at(-1)}`)
  form.append('type', type)
  const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  expect(response.status).toBe(200)
  return ((await response.json()) as { media_id: string }).media_id
}

interface Case {
  readonly spoil: (linkedin: LinkedInServer) => void
  /** Posts that people see. @default 1 */
  readonly posts?: number
  /** Absent: it is posted. */
  readonly error?: Partial<PostError>
  /** Where it ends otherwise for a member, whose posts cannot be read. */
  readonly member?: Partial<PostError>
}

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers }) as const
const [cut, cutAfter] = [{ kind: 'cut' } as const, { kind: 'cut after' } as const]
const UNKNOWN = { code: 'OUTCOME_UNKNOWN', action: 'check' } as const
const failed = (action: PostError['action'], platform_error: string) =>
  ({ code: 'PUBLISH_FAILED', action, platform_error }) as const
const refusal = (status: number, code: string, message = code) => ({ status, body: { status, code, message } })

const CASES: Readonly<Record<string, Case>> = {
  'takes it': { spoil: () => {} },
  'works on the picture for a while': { spoil: ({ state }) => (state.manner.slowly = 3) },
  'takes no more requests on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(429), 2) },
  'has a fault of its own on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(503), 3) },
  'breaks steps on the way off before their effect': { spoil: ({ faults }) => faults.spoil('prepare', cut, 3) },
  'breaks steps on the way off after their effect': { spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 3) },
  'breaks the final call off after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', cutAfter),
    member: UNKNOWN,
  },
  'answers the final call 504 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 504 }),
    member: UNKNOWN,
  },
  'breaks the final call off after its effect, and shows the post late': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      state.manner.lateBy = 3
    },
    member: UNKNOWN,
  },
  'breaks the final call off after its effect, and shows no list': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(500), Infinity)
    },
    error: UNKNOWN,
  },
  'breaks every final call off': {
    spoil: ({ faults }) => faults.spoil('publish', cut, Infinity),
    posts: 0,
    error: UNKNOWN,
  },
  'refuses the text': {
    spoil: ({ state }) => (state.manner.refuseContent = true),
    posts: 0,
    error: failed('change', '422 INVALID_VALUE'),
  },
  'cannot process the picture': {
    spoil: ({ state }) => (state.manner.inVain = true),
    posts: 0,
    error: { code: 'PUBLISH_FAILED' },
  },
  'no longer accepts the token, nor renews it': {
    spoil: ({ state }) => {
      for (const token of [...state.access.keys(), ...state.refresh.keys()]) state.refused.add(token)
    },
    posts: 0,
    error: failed('reconnect', 'invalid_grant'),
  },
  'says that the role is lost': {
    spoil: ({ state }) => state.manner.refusals.push(refusal(403, 'ACCESS_DENIED')),
    posts: 0,
    error: failed('reconnect', '403 ACCESS_DENIED'),
  },
  'has the requests of the day used up until midnight': {
    spoil: ({ state }) =>
      state.manner.refusals.push(
        refusal(
          429,
          'TOO_MANY_REQUESTS',
          'Resource level throttle MEMBER DAY limit for calls to this resource is reached.',
        ),
      ),
  },
}

describe.each([MEMBER, ORGANIZATION])('LinkedIn, through the engine, as %s,', (account) => {
  it.each(Object.entries(CASES).map(([name, one]) => ({ name, ...one })))(
    'that $name',
    async ({ spoil, posts = 1, error: always, member }) => {
      const error = account === MEMBER ? (member ?? always) : always
      const { balance } = await readBooks(server.db)
      spoil(linkedin)
      const sent = {
        post_type: 'linkedin-post',
        content: CONTENT,
        connection_id: connections[account],
        media: [{ media_id: media.picture, alt_text: 'A loaf' }],
      }
      const { post_id: id } = await createDraft(server, { items: [sent] })
      await publish(server, id)
      const { items } = await untilEnded(server, clock, id)
      expect(linkedin.state.posts).toHaveLength(posts)
      const [shown] = linkedin.state.posts
      if (error) expect(items[0]).toMatchObject({ status: 'failed', error })
      else {
        const platform_url = `https://www.linkedin.com/feed/update/${shown?.id}`
        expect(items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id, platform_url })
        expect(shown).toMatchObject({ shown: CONTENT, hashtags: ['DarkMode'] })
        expect(shown?.content?.media?.altText).toBe('A loaf')
      }
      expect((await readBooks(server.db)).balance).toBe(balance - (error ? 0 : PRICE))
      const { rows } = await sql<{ said: string }>`select post_items::text as said from post_items`.execute(server.db)
      for (const token of linkedin.state.access.keys()) {
        for (const { said } of rows) expect(said).not.toContain(token)
      }
    },
  )
})

const AS_LINK = { article_url: 'https://example.com/post', article_title: 'The post', article_description: 'Read it' }

describe.each([MEMBER, ORGANIZATION])('every kind of post is posted once, as %s:', (account) => {
  it.each([
    ['a text', [], {}, undefined],
    ['a picture', ['picture'], {}, 'media'],
    ['pictures', ['picture', 'picture'], {}, 'multiImage'],
    ['a document', ['document'], { document_title: 'Our year' }, 'media'],
    ['a video', ['video'], { disable_reshare: true }, 'media'],
    ['a link with its picture', ['picture'], AS_LINK, 'article'],
  ] as const)('%s', async (_, kinds, options, shownAs) => {
    const media_ids = kinds.map((kind) => media[kind])
    const comment = account === ORGANIZATION ? { first_comment: 'The first comment' } : {}
    const item = {
      post_type: 'linkedin-post',
      content: CONTENT,
      media_ids,
      options,
      connection_id: connections[account],
    }
    const { post_id: id } = await createDraft(server, { items: [{ ...item, ...comment }] })
    await publish(server, id)
    const { items } = await untilEnded(server, clock, id)
    const [shown, ...more] = linkedin.state.posts
    expect(more).toEqual([])
    expect(items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id })
    expect(items[0]?.warnings ?? []).toEqual([])
    expect(Object.keys(shown?.content ?? {})).toEqual(shownAs === undefined ? [] : [shownAs])
    expect(shown?.comments.map(({ text }) => text)).toEqual(Object.values(comment))
    expect(shown?.isReshareDisabled).toBe('disable_reshare' in options)
  })
})

it('a link with its picture, whose answer was lost, is posted once for an organization', async () => {
  linkedin.faults.spoil('publish', cutAfter)
  const { post_id: id } = await createDraft(server, {
    items: [
      {
        post_type: 'linkedin-post',
        content: CONTENT,
        media_ids: [media.picture],
        options: AS_LINK,
        connection_id: connections[ORGANIZATION],
      },
    ],
  })
  await publish(server, id)
  const { items } = await untilEnded(server, clock, id)
  const [shown, ...more] = linkedin.state.posts
  expect(more).toEqual([])
  expect(items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id })
})
