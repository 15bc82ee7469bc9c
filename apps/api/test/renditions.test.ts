import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectSandbox, createDraft, preflight } from './harness/drafts.ts'
import { storedFiles, uploadFile } from './harness/media.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { MediaFiles } from './media-files/index.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

let server: TestServer
let clock: MovableClock
let files: MediaFiles
beforeAll(async () => {
  files = await makeMediaFiles()
})
beforeEach(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock })
  await connectSandbox(server, 'instagram')
})
afterEach(() => server.stop())
afterAll(removeMediaFiles)

const TO_JPEG = { change: 'format', message: 'PNG is converted to JPEG.' }

async function storedBytes(key: string): Promise<Buffer> {
  return readFile(join(server.database.dataDirectory, 'media', key))
}

describe('a PNG straight to an Instagram feed', () => {
  it('passes preflight, which tells what will change, and is posted as a JPEG; the original stays byte for byte', async () => {
    const { media_id, width, height } = await uploadFile(server, files.png)
    const [original = ''] = await storedFiles(server)
    const items = [{ post_type: 'instagram-feed' as const, content: 'A picture.', media_ids: [media_id] }]
    expect(await preflight(server, { items })).toMatchObject({
      publishable: true,
      problems: expect.anything(),
      changes: [{ item: 0, post_type: 'instagram-feed', path: 'items[0].media_ids[0]', ...TO_JPEG }],
    })
    const { post_id } = await createDraft(server, { items })
    await publish(server, post_id)
    const post = await untilEnded(server, clock, post_id)
    expect(post.items).toMatchObject([
      { status: 'posted', fit: 'auto', rendition: { status: 'completed', changes: [{ media_id, ...TO_JPEG }] } },
    ])
    const made = (await storedFiles(server)).find((key) => key !== original) ?? ''
    expect(await sharp(await storedBytes(made)).metadata()).toMatchObject({ format: 'jpeg', width, height })
    expect(await storedBytes(original)).toEqual(await readFile(files.png))
  })

  it('is converted once for any number of posts, counts once, is never listed, and goes with its original', async () => {
    const { media_id } = await uploadFile(server, files.png)
    for (const content of ['One.', 'Another.']) {
      const items = [{ post_type: 'instagram-feed' as const, content, media_ids: [media_id] }]
      const { post_id } = await createDraft(server, { items })
      await publish(server, post_id)
      await untilEnded(server, clock, post_id)
    }
    expect(await storedFiles(server)).toHaveLength(2)
    const { data } = (await (await server.request('/api/v1/media')).json()) as { data: { media_id: string }[] }
    expect(data).toMatchObject([{ media_id }])
    expect((await server.request(`/api/v1/media/${media_id}`, { method: 'DELETE' })).status).toBe(200)
    expect(await storedFiles(server)).toEqual([])
  })

  it('is refused when nothing may be changed', async () => {
    const { media_id } = await uploadFile(server, files.png)
    const items = [
      { post_type: 'instagram-feed' as const, content: 'One.', media_ids: [media_id], fit: 'none' as const },
    ]
    expect(await preflight(server, { items })).toMatchObject({
      publishable: false,
      problems: [{ rule: 'format', actual: 'PNG' }],
      changes: [],
    })
  })
})
