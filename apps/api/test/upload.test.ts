import { readdir, readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { basename, join } from 'node:path'
import type { ErrorBody, GenerateContentResponse, Media } from '@powerpost/contract'
import { mediaSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepUploads } from '#features/media/sweep-uploads.ts'
import { systemClock } from '#shared/clock.ts'
import { createLogger } from '#shared/logger.ts'
import { createDiskStorage } from '#storage/disk/disk-storage.ts'
import { countRows } from './harness/ledger.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'
import type { MediaFileName, MediaFiles } from './media-files/index.ts'
import {
  garbageBehindHeader,
  HEIC_HEIGHT,
  HEIC_WIDTH,
  makeHeic,
  makeMediaFiles,
  ODD_FILES,
  removeMediaFiles,
  truncate,
  writeMediaFile,
} from './media-files/index.ts'

const UPLOAD = '/api/v1/media/upload'

let server: TestServer
let files: MediaFiles

beforeAll(async () => {
  files = await makeMediaFiles()
  server = await startTestServer({ credits: 1000 })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

interface UploadForm {
  readonly path: string
  readonly type?: string | undefined
  readonly name?: string
  readonly typeFirst?: boolean
}

async function upload({ path, type, name = basename(path), typeFirst = false }: UploadForm): Promise<Response> {
  const form = new FormData()
  if (type !== undefined && typeFirst) form.append('type', type)
  form.append('file', new Blob([await readFile(path)]), name)
  if (type !== undefined && !typeFirst) form.append('type', type)
  return server.request(UPLOAD, { method: 'POST', body: form })
}

async function uploadWhole(form: UploadForm): Promise<Media> {
  const response = await upload(form)
  expect(response.status).toBe(200)
  return mediaSchema.strict().parse(await response.json())
}

async function expectRefusal(response: Response, status: number, code: string): Promise<ErrorBody['error']> {
  const { error } = (await response.json()) as ErrorBody
  expect([response.status, error.code]).toEqual([status, code])
  return error
}

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(join(server.database.dataDirectory, 'media'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

const FORMATS = [
  ['jpeg', 'image', 'image/jpeg'],
  ['png', 'image', 'image/png'],
  ['webp', 'image', 'image/webp'],
  ['mp4', 'video', 'video/mp4'],
  ['mov', 'video', 'video/quicktime'],
  ['webm', 'video', 'video/webm'],
] as const satisfies readonly (readonly [MediaFileName, string, string])[]

describe('an upload', () => {
  it.each(FORMATS)('of a whole %s is kept, and captions are written about it', async (name, type, mimeType) => {
    const media = await uploadWhole({ path: files[name], type, typeFirst: name !== 'jpeg' })
    const { size } = await import('node:fs/promises').then(({ stat }) => stat(files[name]))
    expect(media).toMatchObject({ type, mime_type: mimeType, file_name: basename(files[name]), file_size: size })
    expect(media.duration_seconds === undefined).toBe(type === 'image')

    const response = await server.post('/api/v1/content/generate', {
      media_ids: [media.media_id],
      prompt: 'Behind the scenes at our product launch',
      post_types: ['instagram-feed', 'facebook-post', 'youtube-short'],
      research_mode: 'regular',
    })
    const started = (await response.json()) as GenerateContentResponse
    expect(started.credits_used).toBe(10 + (type === 'image' ? 1 : 6))
    const generation = await waitForGeneration(server, started.generation_id)
    expect(generation).toMatchObject({ status: 'completed', input_type: type === 'image' ? 'images' : 'video' })
    expect(Object.keys(generation.outputs ?? {})).toHaveLength(3)
  })

  it('without a prompt is enough for captions', async () => {
    const media = await uploadWhole({ path: files.png, type: 'image' })
    const response = await server.post('/api/v1/content/generate', {
      media_ids: [media.media_id, media.media_id],
      post_types: ['instagram-feed'],
      research_mode: 'regular',
    })
    const started = (await response.json()) as GenerateContentResponse
    expect(started.credits_used).toBe(7)
    const generation = await waitForGeneration(server, started.generation_id)
    expect(generation.status).toBe('completed')
    expect(generation.prompt).toBeUndefined()
  })

  it('that a phone turned is measured as it is shown', async () => {
    const upright = await uploadWhole({ path: files.mp4, type: 'video' })
    const turned = await uploadWhole({ path: files.mp4Rotated90, type: 'video' })
    expect([turned.width, turned.height]).toEqual([upright.height, upright.width])
  })

  it('of a JPEG without its end marker is kept with it, and has a thumbnail', async () => {
    const bytes = await ODD_FILES['no end marker.jpg']()
    const media = await uploadWhole({ path: await writeMediaFile('no-end.jpg', bytes), type: 'image' })
    expect(media.file_size).toBe(bytes.length + 2)
    const stored = Buffer.from(await (await fetch(media.url)).arrayBuffer())
    expect(stored.equals(Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]))).toBe(true)
    expect((await fetch(media.thumbnail_url)).headers.get('cache-control')).not.toContain('max-age=300')
  })

  it('of a HEIC is kept as a JPEG of its name, and says what it was', async () => {
    const path = await writeMediaFile('IMG_0001.HEIC', await makeHeic())
    const media = await uploadWhole({ path, type: 'image' })
    const size = { width: HEIC_WIDTH, height: HEIC_HEIGHT }
    const { length } = await readFile(path)
    expect(media).toMatchObject({ file_name: 'IMG_0001.jpg', mime_type: 'image/jpeg', ...size })
    const original = { file_name: 'IMG_0001.HEIC', file_size: length, mime_type: 'image/heic', ...size }
    expect([media.original, media.warnings]).toEqual([original, [expect.objectContaining({ code: 'converted' })]])
    const download = await fetch(media.url)
    expect(download.headers.get('content-type')).toBe('image/jpeg')
    expect((await download.arrayBuffer()).byteLength).toBe(media.file_size)
  })

  it('keeps the extension of a name that is too long', async () => {
    const media = await uploadWhole({ path: files.jpeg, type: 'image', name: `${'ä'.repeat(300)}.jpeg` })
    expect(media.file_name).toBe(`${'ä'.repeat(250)}.jpeg`)
  })

  it('is stored under a name of ours, whatever the caller called it', async () => {
    const media = await uploadWhole({ path: files.jpeg, type: 'image', name: '../../etc/pass\u202Ewd.jpg' })
    expect(media.file_name).toBe('passwd.jpg')
    expect((await storedFiles()).some((name) => name.includes('passwd'))).toBe(false)
    expect(await storedFiles()).toContain(media.media_id)
  })
})

describe('a generation', () => {
  it('of images and a video, or of two videos, is refused and told so', async () => {
    const image = await uploadWhole({ path: files.jpeg, type: 'image' })
    const [video, other] = [
      await uploadWhole({ path: files.mp4, type: 'video' }),
      await uploadWhole({ path: files.mov, type: 'video' }),
    ]
    for (const media_ids of [
      [image.media_id, video.media_id],
      [video.media_id, other.media_id],
    ]) {
      const response = await server.post('/api/v1/content/generate', {
        media_ids,
        post_types: ['x-post'],
        research_mode: 'regular',
      })
      const error = await expectRefusal(response, 400, 'VALIDATION_ERROR')
      expect(error.details).toEqual([{ path: 'media_ids', message: 'must be either 1-10 images or exactly one video' }])
    }
  })
})

describe('a refused upload', () => {
  it.each(FORMATS)('of a %s that is cut, or garbage behind a right header, is answered 415', async (name, type) => {
    for (const path of [await truncate(files[name], 0.5), await garbageBehindHeader(name)]) {
      await expectRefusal(await upload({ path, type }), 415, 'UNSUPPORTED_MEDIA_TYPE')
    }
  })

  it('whose type is not what the bytes are is answered 415', async () => {
    const error = await expectRefusal(await upload({ path: files.jpeg, type: 'video' }), 415, 'UNSUPPORTED_MEDIA_TYPE')
    expect(error.message).toBe('The file is an image, but type is video.')
  })

  it.each([
    [{ path: 'jpeg', type: undefined }, 'type', 'is required'],
    [{ path: 'jpeg', type: 'gif' }, 'type', 'must be one of: image, video, document'],
    [{ path: 'jpeg', type: 'gif', typeFirst: true }, 'type', 'must be one of: image, video, document'],
  ] as const)('with the form %o is answered 400', async ({ path, ...form }, field, message) => {
    const error = await expectRefusal(await upload({ ...form, path: files[path] }), 400, 'VALIDATION_ERROR')
    expect(error.details).toEqual([{ path: field, message }])
  })

  it('without a file is answered 400, and of another content type 415', async () => {
    const form = new FormData()
    form.append('type', 'image')
    const missing = await expectRefusal(
      await server.request(UPLOAD, { method: 'POST', body: form }),
      400,
      'VALIDATION_ERROR',
    )
    expect(missing.details?.[0]?.path).toBe('file')
    await expectRefusal(await server.post(UPLOAD, {}), 415, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it('that is empty, or whose boundary was left out, is reported so', async () => {
    const empty = await expectRefusal(
      await upload({ path: await writeMediaFile('empty.jpg', Buffer.alloc(0)), type: 'image' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    )
    expect(empty.message).toBe('The file is empty.')
    const headers = { 'content-type': 'multipart/form-data' }
    const response = await server.request(UPLOAD, { method: 'POST', headers, body: 'no form' })
    const { details } = await expectRefusal(response, 400, 'VALIDATION_ERROR')
    expect(details).toEqual([{ path: 'Content-Type', message: expect.stringMatching(/Do not set it by hand/) }])
  })

  it('that says it is too long is answered 413 before it is sent', async () => {
    const answer = await sendRaw(`Content-Length: ${600 * 1024 * 1024}\r\n`, '')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('FILE_TOO_LARGE')
    expect(answer).toMatch(/Connection: close/i)
  })

  it('of many bytes by a stranger is answered 401, not with a broken connection', async () => {
    const form = new FormData()
    form.append('file', new Blob([Buffer.alloc(40 * 1024 * 1024)]), 'large.mp4')
    form.append('type', 'video')
    const headers = { 'x-api-key': `pp_live_sk_${'x'.repeat(32)}` }
    await expectRefusal(await server.request(UPLOAD, { method: 'POST', body: form, headers }), 401, 'INVALID_API_KEY')
  })

  it('of a picture over 10 MiB is answered 413', async () => {
    const jpeg = await readFile(files.jpeg)
    const form = new FormData()
    form.append('type', 'image')
    form.append('file', new Blob([jpeg, Buffer.alloc(10 * 1024 * 1024)]), 'large.jpg')
    const error = await expectRefusal(
      await server.request(UPLOAD, { method: 'POST', body: form }),
      413,
      'FILE_TOO_LARGE',
    )
    expect(error.message).toBe('The file is larger than 10 MiB.')
  })

  it('beyond the storage of the account is answered 413', async () => {
    const row = await server.db.selectFrom('media').selectAll().where('status', '=', 'ready').executeTakeFirstOrThrow()
    await server.db
      .updateTable('media')
      .set({ file_size: 10 * 1024 ** 3 - 1000 })
      .where('id', '=', row.id)
      .execute()
    await expectRefusal(await upload({ path: files.jpeg, type: 'image' }), 413, 'STORAGE_QUOTA_EXCEEDED')
    await server.db.updateTable('media').set({ file_size: row.file_size }).where('id', '=', row.id).execute()
    await uploadWhole({ path: files.jpeg, type: 'image' })
  })

  it('leaves no row and no file behind, nor does one that breaks off', async () => {
    const rows = await countRows(server.db)
    const stored = await storedFiles()
    await upload({ path: await truncate(files.mp4, 0.5), type: 'video' })
    await upload({ path: files.jpeg, type: 'gif' })
    await breakOff(await readFile(files.jpeg))
    await expect.poll(() => countRows(server.db)).toEqual(rows)
    expect((await storedFiles()).toSorted()).toEqual(stored.toSorted())
  })

  it('of a process that died is swept, once it has not been heard of for long', async () => {
    const rows = await countRows(server.db)
    const { account_id, workspace_id } = await server.db
      .selectFrom('media')
      .selectAll()
      .limit(1)
      .executeTakeFirstOrThrow()
    const storage = createDiskStorage({ root: join(server.database.dataDirectory, 'media') })
    const dead = {
      id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
      storage_key: 'media/1b/dead',
      touched_at: new Date(Date.now() - 3600_000),
    }
    const alive = { id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c', storage_key: 'media/1c/alive', touched_at: new Date() }
    for (const upload of [dead, alive]) {
      await storage.write(
        upload.storage_key,
        (async function* () {
          yield Buffer.from('half')
        })(),
      )
      await server.db
        .insertInto('media')
        .values({
          ...upload,
          account_id,
          workspace_id,
          livemode: true,
          status: 'uploading',
          file_size: 4,
          colours: [],
          created_at: new Date(),
        })
        .execute()
    }
    await sweepUploads({
      db: server.db,
      storage,
      clock: systemClock,
      logger: createLogger({ level: 'silent', pretty: false }),
    })
    expect(await countRows(server.db)).toEqual({ ...rows, media: (rows['media'] ?? 0) + 1 })
    expect(await storedFiles()).toContain('alive')
    expect(await storedFiles()).not.toContain('dead')
  })
})

/** Sends a request by hand and gives back what comes, until the connection ends. */
async function sendRaw(headers: string, body: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(server.url)
  const socket = createConnection({ host: hostname, port: Number(port) })
  socket.write(
    `POST ${UPLOAD} HTTP/1.1\r\nHost: x\r\nx-api-key: ${server.apiKey}\r\nx-workspace-id: ${server.workspaceId}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\n${headers}\r\n`,
  )
  socket.write(body)
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  await new Promise((resolve) => socket.on('close', resolve))
  return answer
}

/** Starts an upload, and goes away in the middle of the file. */
async function breakOff(file: Buffer): Promise<void> {
  const { hostname, port } = new URL(server.url)
  const socket = createConnection({ host: hostname, port: Number(port) })
  const part = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`
  socket.write(
    `POST ${UPLOAD} HTTP/1.1\r\nHost: x\r\nx-api-key: ${server.apiKey}\r\nx-workspace-id: ${server.workspaceId}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${file.length + 1000}\r\n\r\n${part}`,
  )
  await new Promise<void>((resolve) => socket.write(file.subarray(0, file.length / 2), () => resolve()))
  await expect
    .poll(
      async () => (await server.db.selectFrom('media').select('id').where('status', '=', 'uploading').execute()).length,
    )
    .toBe(1)
  socket.resetAndDestroy()
}
