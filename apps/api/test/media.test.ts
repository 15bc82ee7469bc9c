import { join } from 'node:path'
import type { ErrorBody, GenerateContentResponse, Media, MediaPage } from '@powerpost/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepUploads } from '#features/media/sweep-uploads.ts'
import { systemClock } from '#shared/clock.ts'
import { createLogger } from '#shared/logger.ts'
import { createDiskStorage } from '#storage/disk/disk-storage.ts'
import { addKey } from './harness/add-tenant.ts'
import { storedFiles, uploadFile } from './harness/media.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'
import type { MediaFiles } from './media-files/index.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

let server: TestServer
let files: MediaFiles

beforeAll(async () => {
  files = await makeMediaFiles()
})
beforeEach(async () => {
  server = await startTestServer({ work: false })
})
afterEach(() => server.stop())
afterAll(removeMediaFiles)

const list = async (query = '', headers: Record<string, string> = {}) =>
  (await (await server.request(`/api/v1/media${query}`, { headers })).json()) as MediaPage
const get = (id: string) => server.request(`/api/v1/media/${id}`)
const remove = (id: string) => server.request(`/api/v1/media/${id}`, { method: 'DELETE' })
const idsOf = ({ data }: MediaPage) => data.map(({ media_id }) => media_id)

function generate(media: Media): Promise<Response> {
  const about = { prompt: 'Fresh bread every morning', media_ids: [media.media_id] }
  return server.post('/api/v1/content/generate', { ...about, post_types: ['x-post'], research_mode: 'regular' })
}

async function startGeneration(media: Media): Promise<string> {
  const started = (await (await generate(media)).json()) as GenerateContentResponse
  return started.generation_id
}

async function codeOf(response: Response): Promise<[number, string, string]> {
  const { error } = (await response.json()) as ErrorBody
  return [response.status, error.code, error.message]
}

const MISSING = [404, 'NOT_FOUND', 'There is no such file in this workspace.']

describe('the list of media', () => {
  it('is newest first, page by page, of one type where that is asked for', async () => {
    const made: Media[] = []
    for (const name of ['jpeg', 'mp4', 'png', 'webm', 'webp'] as const) {
      made.unshift(
        await uploadFile(server, files[name], { type: name === 'mp4' || name === 'webm' ? 'video' : 'image' }),
      )
    }
    expect((await list()).data).toEqual(made)
    const first = await list('?limit=2')
    const second = await list(`?limit=2&cursor=${first.next_cursor}`)
    // Stable while media are added.
    await uploadFile(server, files.jpeg)
    const third = await list(`?limit=2&cursor=${second.next_cursor}`)
    expect([first, second, third].flatMap(idsOf)).toEqual(made.map(({ media_id }) => media_id))
    expect([first.has_more, third.has_more, third.next_cursor]).toEqual([true, false, null])
    expect((await list('?type=video')).data.map(({ type }) => type)).toEqual(['video', 'video'])
    expect((await list('?type=image')).data).toHaveLength(4)
    const refused = async (query: string) => codeOf(await server.request(`/api/v1/media${query}`))
    expect(await refused('?type=gif')).toEqual([400, 'VALIDATION_ERROR', 'type must be one of: image, video, document'])
    expect(await refused('?cursor=mine')).toEqual([400, 'VALIDATION_ERROR', 'cursor is not a cursor of this list'])
  })

  it('of the sandbox and of live mode are two', async () => {
    const { account_id: accountId } = await server.db
      .selectFrom('workspaces')
      .select('account_id')
      .executeTakeFirstOrThrow()
    const headers = { 'x-api-key': await addKey(server.db, { accountId, livemode: false }) }
    const [live, inSandbox] = [await uploadFile(server, files.jpeg), await uploadFile(server, files.jpeg, { headers })]
    expect(idsOf(await list())).toEqual([live.media_id])
    expect(idsOf(await list('', headers))).toEqual([inSandbox.media_id])
    const foreign = await server.request(`/api/v1/media/${live.media_id}`, { headers, method: 'DELETE' })
    expect(await codeOf(foreign)).toEqual(MISSING)
  })

  it('shows nothing of an upload that is not whole yet', async () => {
    const media = await uploadFile(server, files.jpeg)
    await server.db.updateTable('media').set({ status: 'uploading' }).execute()
    expect((await list()).data).toEqual([])
    expect(await codeOf(await get(media.media_id))).toEqual(MISSING)
    expect(await codeOf(await remove(media.media_id))).toEqual(MISSING)
  })
})

describe('a medium that is deleted', () => {
  it('is gone, with its file, its thumbnail and the room it took', async () => {
    const media = await uploadFile(server, files.jpeg)
    expect(await (await get(media.media_id)).json()).toEqual(media)
    expect((await fetch(media.thumbnail_url)).status).toBe(200)
    expect(await storedFiles(server)).toHaveLength(2)
    expect(await (await remove(media.media_id)).json()).toEqual({ success: true })
    expect(await storedFiles(server)).toEqual([])
    expect(await server.db.selectFrom('media').selectAll().execute()).toEqual([])
    for (const again of [await get(media.media_id), await remove(media.media_id)]) {
      expect(await codeOf(again)).toEqual(MISSING)
    }
    const message = 'media_ids[0] is not a file of this workspace'
    expect(await codeOf(await generate(media))).toEqual([400, 'VALIDATION_ERROR', message])
    const links = [await fetch(media.url), await fetch(media.thumbnail_url)]
    expect(links.map(({ status }) => status)).toEqual([404, 404])
  })

  it('is not while a generation runs that needs it', async () => {
    const media = await uploadFile(server, files.jpeg)
    const id = await startGeneration(media)
    const refused = await codeOf(await remove(media.media_id))
    expect(refused).toEqual([409, 'CONFLICT', `The file is in use by the generation ${id}, which is processing.`])
    expect((await fetch(media.url)).status).toBe(200)
    await server.work()
    await waitForGeneration(server, id)
    expect((await remove(media.media_id)).status).toBe(200)
  })

  it('takes no room, and what was written about it can still be read, and written anew', async () => {
    const media = await uploadFile(server, files.mp4, { type: 'video' })
    await server.work()
    const id = await startGeneration(media)
    const before = await waitForGeneration(server, id)
    expect((await remove(media.media_id)).status).toBe(200)
    expect(await storedFiles(server)).toEqual([])
    const rows = await server.db.selectFrom('media').select(['status', 'file_size', 'file_name']).execute()
    expect(rows).toEqual([{ status: 'deleted', file_size: 0, file_name: media.file_name }])
    expect((await list()).data).toEqual([])
    expect(await (await server.request(`/api/v1/content/generations/${id}`)).json()).toEqual(before)
    await server.post(`/api/v1/content/generations/${id}/regenerate`, { platforms: ['x'] })
    expect(await waitForGeneration(server, id)).toMatchObject({ regeneration: { status: 'completed' } })
  })

  it('while a generation is started with it: one of the two is refused, whichever comes second', async () => {
    const outcomes = new Set<string>()
    for (let round = 0; round < 12; round += 1) {
      const media = await uploadFile(server, files.png)
      const asked =
        round % 2 === 0 ? [remove(media.media_id), generate(media)] : [generate(media), remove(media.media_id)]
      const statuses = (await Promise.all(asked)).map(({ status }) => status)
      outcomes.add(statuses.toSorted().join())
    }
    for (const outcome of outcomes) expect(outcome).toBeOneOf(['200,400', '200,409'])
  })

  it('by many at once is deleted once', async () => {
    const media = await uploadFile(server, files.jpeg)
    const answers = await Promise.all(Array.from({ length: 8 }, () => remove(media.media_id)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 404)])
  })

  it('by a process that died before the file went is swept', async () => {
    const media = await uploadFile(server, files.jpeg)
    await fetch(media.thumbnail_url)
    const touched_at = new Date(Date.now() - 3600_000)
    await server.db.updateTable('media').set({ status: 'deleting', touched_at }).execute()
    expect(await codeOf(await get(media.media_id))).toEqual(MISSING)
    await sweepUploads({
      db: server.db,
      storage: createDiskStorage({ root: join(server.database.dataDirectory, 'media') }),
      clock: systemClock,
      logger: createLogger({ level: 'silent', pretty: false }),
    })
    expect(await storedFiles(server)).toEqual([])
    expect(await server.db.selectFrom('media').selectAll().execute()).toEqual([])
  })
})
