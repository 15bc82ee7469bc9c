import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GenerateVideoResponse, VideoGeneration } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FakeVideoVendor, VideoScript } from '../fake-video-vendors/index.ts'
import { SAID, startFakeVideoVendor } from '../fake-video-vendors/index.ts'
import { whileEndingWaits } from '../harness/end-waits.ts'
import { readBooks } from '../harness/ledger.ts'
import { uploadFile } from '../harness/media.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { encodePlainVideo } from '../harness/plain-video-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForVideo } from '../harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

const KEY = 'sk-canary-0123456789-abcdef'

interface Fault extends VideoScript {
  /** What the caller reads; absent: it completes. */
  readonly says?: RegExp
  /** How many jobs the vendor accepted, and is paid for. @default 1 */
  readonly paid?: number
}

/** What a vendor does, and what becomes of the generation. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'a good answer': {},
  'a slow job': { looks: ['working', 'working', 'working', 'ready'] },
  'too many requests once': { submits: ['busy', 'accept'] },
  'too many requests': { submits: ['busy'], says: /overloaded/u, paid: 0 },
  'a vendor that is away once': { submits: ['away', 'accept'] },
  'a lost answer': { submits: ['lose', 'accept'], says: /not sent again/u },
  'an error after it was accepted': { submits: ['break', 'accept'], says: /not sent again/u },
  'a refusal': { submits: ['refuse'], says: /refused to generate/u, paid: 0 },
  'a refusal later': { looks: ['working', 'moderated'], says: /refused to generate/u },
  'a wrong key': { submits: ['no key'], says: /not configured correctly/u, paid: 0 },
  'an empty account': { submits: ['no credit'], says: /no credit left/u, paid: 0 },
  'a job that fails': { looks: ['working', 'failed'], says: /nothing usable/u },
  'errors between': { looks: ['broken', 'busy', 'cut', 'web page', 'unknown', 'ready'] },
  'a download that is cut once': { files: ['cut', 'whole'] },
  'a file that is missing once': { files: ['missing', 'whole'] },
  'a file that is no video': { files: ['text'], says: /nothing usable/u },
}

let directory: string
let vendor: FakeVideoVendor
let runway: FakeVideoVendor
let server: TestServer
const clock = createMovableClock()
const ended = new Map<string, VideoGeneration>()

const faultOf = (prompt: string) => /<([^>]+)>/u.exec(prompt)?.[1] ?? ''
const paidFor = (fault: string) => vendor.paid.filter(({ prompt }) => faultOf(prompt) === fault).length

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'video-vendor-'))
  const files = { landscape: join(directory, 'landscape.mp4'), portrait: join(directory, 'portrait.mp4') }
  const made = { prompt: 'Made by the vendor', duration: 5, seed: 1 }
  await encodePlainVideo({ ...made, size: 'landscape' }, files.landscape)
  await encodePlainVideo({ ...made, size: 'portrait' }, files.portrait)
  const more: Readonly<Record<string, VideoScript>> = {
    'another shape': { file: files.portrait },
    endless: { looks: ['working'] },
    forgotten: { looks: ['unknown'] },
  }
  const scriptOf = (prompt: string) => FAULTS[faultOf(prompt)] ?? more[faultOf(prompt)] ?? {}
  vendor = await startFakeVideoVendor('fal', { key: KEY, file: files.landscape, scriptOf })
  runway = await startFakeVideoVendor('runway', { key: KEY, file: files.landscape })
  server = await startTestServer({
    credits: 2000,
    clock,
    environment: {
      FAL_API_KEY: KEY,
      RUNWAYML_API_SECRET: KEY,
      POWERPOST_VIDEO_MODELS: 'fal,runway',
      POWERPOST_VIDEO_BASE_URLS: `fal=${vendor.baseUrl},runway=${runway.baseUrl}`,
      POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    },
  })
  // All at once: most of the time goes by between looks.
  await whileEndingWaits(server.db, () =>
    Promise.all(Object.keys(FAULTS).map(async (fault) => ended.set(fault, await make({ prompt: `Film <${fault}>` })))),
  )
})
afterAll(async () => {
  await server.stop()
  await vendor.close()
  await runway.close()
  await removeMediaFiles()
  await rm(directory, { recursive: true })
})

async function start(body: object): Promise<string> {
  const response = await server.post('/api/v1/videos/generate', { duration: 5, ...body })
  expect(response.status, await response.clone().text()).toBe(200)
  return ((await response.json()) as GenerateVideoResponse).video_generation_id
}

async function make(body: object): Promise<VideoGeneration> {
  return waitForVideo(server, await start(body))
}

function amountsOf({ video_generation_id }: VideoGeneration) {
  return server.db
    .selectFrom('credit_ledger')
    .select('amount')
    .where('operation_id', '=', video_generation_id)
    .orderBy('id')
    .execute()
}

describe('a video generation by a vendor that meets', () => {
  it.each(Object.entries(FAULTS))('%s ends as it must, paid once, with its books right', async (fault, options) => {
    const { says, paid = 1 } = options
    const generation = ended.get(fault)
    if (!generation) throw new Error(`${fault} was not played`)
    expect(generation.status, generation.error?.message).toBe(says ? 'failed' : 'completed')
    if (says) expect(generation.error?.message).toMatch(says)
    else expect(generation.video).toMatchObject({ width: 1920, height: 1080, duration: 5 })
    expect(paidFor(fault)).toBe(paid)
    expect((await amountsOf(generation)).map(({ amount }) => amount)).toEqual(says ? [-15, 15] : [-15])
    const { prompt: _, ...rest } = generation
    expect(JSON.stringify(rest)).not.toMatch(new RegExp(`${SAID}|${KEY}`, 'u'))
  })

  it('a good answer names who made it, with its progress in events and its call recorded', async () => {
    const generation = ended.get('a good answer')
    const id = generation?.video_generation_id ?? ''
    expect(generation?.generator).toEqual({ model: 'fal:fal-ai/kling-video/v3/pro', built_in: false })
    const events = await server.db.selectFrom('run_events').select('event').where('subject_id', '=', id).execute()
    expect(events.map(({ event }) => event)).toEqual(['queued', 'generating', 'submitted', 'completed'])
    const calls = await server.db.selectFrom('model_calls').select('model').where('run_id', '=', id).execute()
    expect(calls).toEqual([{ model: 'fal-ai/kling-video/v3/pro' }])
    expect(vendor.complaints).toEqual([])
  })

  it('another shape keeps the video, says so, and charges nothing', async () => {
    const generation = await whileEndingWaits(server.db, () => make({ prompt: 'Film <another shape>' }))
    expect(generation).toMatchObject({
      status: 'completed',
      credits_refunded: 15,
      video: { width: 1080, height: 1920 },
      warnings: [{ code: 'other_shape', field: 'size' }],
    })
    expect((await amountsOf(generation)).map(({ amount }) => amount)).toEqual([-15, 15])
  })

  it('a video without the sound that was asked for charges a silent one', async () => {
    const generation = await whileEndingWaits(server.db, () => make({ prompt: 'Film with sound', has_audio: true }))
    expect(generation).toMatchObject({
      status: 'completed',
      credits_refunded: 7,
      warnings: [{ code: 'audio_not_made' }],
    })
    expect(vendor.paid.at(-1)).toMatchObject({ prompt: 'Film with sound', audio: true })
  })

  it('an image sends it in the shape that was asked for, to the vendor that the model has', async () => {
    const { media_id } = await uploadFile(server, (await makeMediaFiles()).png)
    const body = { prompt: 'The steam rises', model: 'runway-gen-4.5', source_image: media_id }
    const generation = await whileEndingWaits(server.db, () => make(body))
    expect(generation).toMatchObject({ status: 'completed', generator: { model: 'runway:gen4.5', built_in: false } })
    expect(runway.complaints).toEqual([])
    const { image, shape, seconds } = runway.paid[0] ?? {}
    expect({ shape, seconds }).toEqual({ shape: '1280:720', seconds: 5 })
    const { default: sharp } = await import('sharp')
    const { width = 0, height = 1 } = await sharp(image).metadata()
    expect(width / height).toBeCloseTo(16 / 9, 1)
  })
})

describe('a job', () => {
  it.each([
    ['endless', { minutes: 31 }, /not finished in time/u],
    ['forgotten', { minutes: 6 }, /nothing usable/u],
  ])('that is %s is given up when its time is over, and refunded', async (fault, step, says) => {
    const id = await start({ prompt: `Film <${fault}>` })
    const generation = await whileEndingWaits(server.db, async () => {
      await expect.poll(() => vendor.countOf('look', `Film <${fault}>`), { timeout: 20_000 }).toBeGreaterThan(1)
      clock.move(step)
      return waitForVideo(server, id)
    })
    expect(generation.status).toBe('failed')
    expect(generation.error?.message).toMatch(says)
    expect((await amountsOf(generation)).map(({ amount }) => amount)).toEqual([-15, 15])
    expect(paidFor(fault)).toBe(1)
    if (fault === 'endless') expect(vendor.cancelled).toHaveLength(1)
  })
})

describe('the books', () => {
  it('balance after all of that', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })
})
