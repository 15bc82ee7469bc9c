import { readFile } from 'node:fs/promises'
import {
  APIConnectionError,
  BadRequestError,
  ForbiddenError,
  NotFoundError,
  PayloadTooLargeError,
  PaymentRequiredError,
  PowerPost,
  UnauthorizedError,
  UnsupportedMediaTypeError,
} from '@powerpost/client'
import type { ClientOptions, Fetch } from '@powerpost/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import type { MediaFiles } from '../media-files/index.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
let files: MediaFiles
beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  files = await makeMediaFiles()
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

function connect(options: ClientOptions = {}): PowerPost {
  return new PowerPost({ apiKey: server.apiKey, workspaceId: server.workspaceId, baseUrl: server.url, ...options })
}

const TEXT = { prompt: 'We shipped dark mode', post_types: ['x-post'], research_mode: 'regular' } as const

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(() => undefined).catch((error: unknown) => error)
}

describe('the client, of this server', () => {
  it('uploads a picture and a video, and is given captions about them', async () => {
    const powerpost = connect()
    const image = await powerpost.media.upload({ file: files.jpeg, type: 'image' })
    const video = await powerpost.media.upload(
      { file: await readFile(files.mp4), type: 'video' },
      { fileName: 'a.mp4' },
    )
    for (const media of [image, video]) {
      const body = {
        media_ids: [media.media_id],
        post_types: ['youtube-short', 'x-post'],
        research_mode: 'regular',
      } as const
      const generation = await powerpost.content.generateAndWait(body)
      expect(Object.keys(generation.outputs ?? {}).toSorted()).toEqual(['x', 'youtube'])
    }
  })

  it('has captions written anew', async () => {
    const powerpost = connect()
    const { generation_id } = await powerpost.content.generateAndWait(TEXT)
    const body = { platforms: ['x'], instruction: 'Shorter' } as const
    const { outputs, regeneration } = await powerpost.content.generations.regenerateAndWait(generation_id, body)
    expect(regeneration).toMatchObject({ status: 'completed', platforms: ['x'] })
    expect(Object.keys(outputs ?? {})).toEqual(['x'])
  })

  it('pays once for a POST whose answer was lost', async () => {
    let lost = 0
    const loseFirst: Fetch = async (url, init) => {
      const response = await fetch(url, init)
      if (init.method !== 'POST' || lost > 0) return response
      lost += 1
      throw new TypeError('the connection was lost after the server had answered')
    }
    const powerpost = connect({ fetch: loseFirst })
    const before = await powerpost.account.credits()
    const { data, response } = await powerpost.content.generate(TEXT).withResponse()
    const after = await powerpost.account.credits()
    expect(lost).toBe(1)
    expect(response.headers.get('idempotent-replayed')).toBe('true')
    expect(before.balance - after.balance).toBe(data.credits_used)
  })

  it('goes through every page of a list, newest first', async () => {
    const powerpost = connect()
    const made: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      made.push((await powerpost.writingStyles.create({ name, instructions: 'Short.' })).writing_style_id)
    }
    const listed: string[] = []
    for await (const style of powerpost.writingStyles.list({ limit: 2 })) listed.push(style.writing_style_id)
    expect(listed).toEqual(made.toReversed())
    const [first = '', second = ''] = made
    expect(await powerpost.writingStyles.update(first, { active: true })).toMatchObject({ active: true })
    expect(await powerpost.writingStyles.delete(second)).toEqual({ success: true })
  })

  it('throws the error that the server means', async () => {
    const powerpost = connect()
    const strange = { workspaceId: '0199a1b2-0000-7000-8000-00000000dead' }
    const dear = { ...TEXT, max_credits: 1 }
    expect(await rejection(connect({ apiKey: 'pp_live_sk_wrong' }).account.credits())).toBeInstanceOf(UnauthorizedError)
    expect(await rejection(powerpost.writingStyles.list({}, strange))).toBeInstanceOf(ForbiddenError)
    expect(await rejection(powerpost.content.generations.get('none'))).toBeInstanceOf(NotFoundError)
    expect(await rejection(powerpost.content.generate(dear))).toBeInstanceOf(PaymentRequiredError)
    const text = new Blob(['no picture at all'])
    expect(await rejection(powerpost.media.upload({ file: text, type: 'image' }))).toBeInstanceOf(
      UnsupportedMediaTypeError,
    )
    const invalid = await rejection(powerpost.content.generate({ ...TEXT, prompt: 'x' }))
    expect(invalid).toBeInstanceOf(BadRequestError)
    expect(invalid).toMatchObject({ requestId: expect.any(String), details: [{ path: 'prompt' }] })
    expect(invalid).toMatchObject({ docUrl: `${server.url}/docs/errors#VALIDATION_ERROR` })
  })

  it('reports a file that is too large, though the server does not wait for its end', async () => {
    const large = Buffer.concat([await readFile(files.jpeg), Buffer.alloc(64 * 1024 * 1024)])
    const error = await rejection(connect().media.upload({ file: large, type: 'image' }))
    expect(error).toBeInstanceOf(PayloadTooLargeError)
    expect(error).toMatchObject({ code: 'FILE_TOO_LARGE' })
  })

  it('makes keys, and is refused what a key may not do', async () => {
    const { key, key_id } = await connect().account.apiKeys.create({ name: 'reader', preset: 'read_only' })
    const reader = connect({ apiKey: key })
    expect(await reader.account.credits()).toMatchObject({ balance: expect.any(Number) })
    expect(await rejection(reader.content.generate(TEXT))).toMatchObject({ code: 'INSUFFICIENT_SCOPE' })
    await connect().account.apiKeys.delete(key_id)
    expect(await rejection(reader.account.credits())).toBeInstanceOf(UnauthorizedError)
  })

  it('says so when there is no server', async () => {
    const nobody = connect({ baseUrl: 'http://127.0.0.1:1', maxRetries: 0 })
    expect(await rejection(nobody.account.credits())).toBeInstanceOf(APIConnectionError)
  })
})
