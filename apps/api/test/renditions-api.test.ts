import { readFile } from 'node:fs/promises'
import type { Rendition } from '@powerpost/contract'
import { renditionSchema } from '@powerpost/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectSandbox, createDraft, preflight } from './harness/drafts.ts'
import { storedFiles, uploadFile } from './harness/media.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { MediaFiles } from './media-files/index.ts'
import { encodeVideo, makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

let server: TestServer
let clock: MovableClock
let files: MediaFiles
beforeAll(async () => {
  files = await makeMediaFiles()
})
beforeEach(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock })
})
afterEach(() => server.stop())
afterAll(removeMediaFiles)

async function makeRendition(mediaId: string, request: object): Promise<Rendition> {
  const path = `/api/v1/media/${mediaId}/renditions`
  const response = await server.post(path, request)
  expect(response.status, await response.clone().text()).toBe(200)
  const { rendition_id, ...made } = renditionSchema.strict().parse(await response.json())
  if (rendition_id === undefined) return made
  const read = async () =>
    renditionSchema.strict().parse(await (await server.request(`${path}/${rendition_id}`)).json())
  await expect.poll(async () => (await read()).status, { timeout: 60_000 }).toMatch(/completed|failed/)
  return read()
}

describe('a rendition that is asked for', () => {
  it('is made once, with a link to its file, and listed with its original', async () => {
    const { media_id } = await uploadFile(server, files.webp)
    const request = { post_type: 'instagram-story', mode: 'pad' }
    const made = await makeRendition(media_id, request)
    expect(made).toMatchObject({
      media_id,
      status: 'completed',
      changes: [{ change: 'format' }, { change: 'padded' }],
      file: { mime_type: 'image/jpeg', width: 640, height: 1138 },
    })
    expect((await fetch(made.file?.url ?? '')).headers.get('content-type')).toBe('image/jpeg')
    expect((await makeRendition(media_id, request)).rendition_id).toBe(made.rendition_id)
    const list = (await (await server.request(`/api/v1/media/${media_id}/renditions`)).json()) as { data: Rendition[] }
    expect(list.data).toEqual([made])
    expect(await storedFiles(server)).toHaveLength(2)
  })

  it('is the file itself where nothing has to be changed', async () => {
    const { media_id, url } = await uploadFile(server, files.jpeg)
    const made = await makeRendition(media_id, { post_type: 'x-post' })
    expect(made).toMatchObject({ status: 'completed', changes: [], file: { url } })
    expect(made).not.toHaveProperty('rendition_id')
  })

  it('of another file, or of a deleted one, is not found', async () => {
    const { media_id } = await uploadFile(server, files.png)
    const made = await makeRendition(media_id, { post_type: 'instagram-feed' })
    const other = await uploadFile(server, files.jpeg)
    expect((await server.request(`/api/v1/media/${other.media_id}/renditions/${made.rendition_id}`)).status).toBe(404)
    await server.request(`/api/v1/media/${media_id}`, { method: 'DELETE' })
    expect((await server.request(`/api/v1/media/${media_id}/renditions/${made.rendition_id}`)).status).toBe(404)
    expect((await fetch(made.file?.url ?? '')).status).toBe(404)
  })

  it('is no medium: it cannot be posted, shown or made into another by its id', async () => {
    const { media_id } = await uploadFile(server, files.png)
    const { file } = await makeRendition(media_id, { post_type: 'instagram-feed' })
    const id = /media\/([^/]+)\/content/.exec(file?.url ?? '')?.[1] ?? ''
    expect((await server.request(`/api/v1/media/${id}`)).status).toBe(404)
    expect((await server.post(`/api/v1/media/${id}/renditions`, { post_type: 'x-post' })).status).toBe(404)
    const items = [{ post_type: 'x-post', content: 'One.', media_ids: [id] }]
    expect((await server.post('/api/v1/posts', { items })).status).toBe(400)
  })

  it('keeps what is around the focus when it is cropped', async () => {
    const { media_id } = await uploadFile(server, files.jpeg)
    const focus = { x: 0.9, y: 0.5 }
    const made = await makeRendition(media_id, { post_type: 'instagram-story', mode: 'crop', focus })
    expect(made).toMatchObject({ changes: [{ change: 'cropped' }], file: { width: 225, height: 400 } })
  })
})

describe('a video', () => {
  it('as MOV straight to a Facebook reel is posted as MP4, and its original stays byte for byte', async () => {
    await connectSandbox(server, 'facebook')
    const path = await encodeVideo('reel.mov', {
      width: 540,
      height: 960,
      frames: 96,
      frameRate: 24,
      codec: 'mpeg4',
      format: 'mov',
    })
    const { media_id } = await uploadFile(server, path, { type: 'video' })
    const items = [{ post_type: 'facebook-reel' as const, content: 'A film.', media_ids: [media_id] }]
    const report = await preflight(server, { items })
    expect(report).toMatchObject({ publishable: true, changes: [{ change: 'container' }, { change: 'video_codec' }] })
    const { post_id } = await createDraft(server, { items })
    await publish(server, post_id)
    const post = await untilEnded(server, clock, post_id)
    expect(post.items).toMatchObject([{ status: 'posted', rendition: { status: 'completed' } }])
    const { data } = (await (await server.request(`/api/v1/media/${media_id}/renditions`)).json()) as {
      data: Rendition[]
    }
    expect(data).toMatchObject([{ file: { mime_type: 'video/mp4', width: 540, height: 960 } }])
    const medium = (await (await server.request(`/api/v1/media/${media_id}`)).json()) as { url: string }
    expect(Buffer.from(await (await fetch(medium.url)).arrayBuffer())).toEqual(await readFile(path))
  })
})

describe('a problem that a shape makes', () => {
  it('has a fix, which publishes it', async () => {
    await connectSandbox(server, 'instagram')
    const { media_id } = await uploadFile(server, files.jpegOrientation6)
    const items = [{ post_type: 'instagram-feed' as const, content: 'Tall.', media_ids: [media_id] }]
    const { problems } = await preflight(server, { items })
    expect(problems).toMatchObject([
      { rule: 'aspect_ratio', fix: { fit: 'pad' }, source: expect.stringMatching(/^https:/) },
    ])
    const fixed = [{ ...items[0], ...problems[0]?.fix, post_type: 'instagram-feed' as const }]
    expect(await preflight(server, { items: fixed })).toMatchObject({ publishable: true, problems: [] })
  })
})
