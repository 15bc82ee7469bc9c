import type { GenerateImagesResponse, ImageGeneration } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Behaviour, FakeImageVendor } from '../fake-image-vendors/index.ts'
import { behave, IMAGE_WIRES, startFakeImageVendor } from '../fake-image-vendors/index.ts'
import type { FakeModelServer } from '../fake-models/index.ts'
import { behave as speak, startFakeModel } from '../fake-models/index.ts'
import { whileEndingWaits } from '../harness/end-waits.ts'
import { readBooks } from '../harness/ledger.ts'
import { uploadFile } from '../harness/media.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForImages } from '../harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

const CANARY = /canary/iu
const KEY = 'sk-canary-0123456789-abcdef'
const ATTEMPTS = 4

interface Fault {
  readonly vendor: () => Behaviour
  /** What the caller reads; absent: it completes. */
  readonly says?: RegExp
  /** Asked again is no use. */
  readonly isFinal?: true
}

const [refusal] = IMAGE_WIRES.openai.refusals

/** What a vendor does, and what becomes of the generation. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'a good answer': { vendor: () => behave.draw },
  'an error once': { vendor: () => behave.inTurn(behave.status(500), behave.draw) },
  'an error': { vendor: () => behave.status(500), says: /could not be reached/u },
  'Retry-After 1 once': { vendor: () => behave.inTurn(behave.status(429, { 'retry-after': '1' }), behave.draw) },
  'Retry-After 1': { vendor: () => behave.status(429, { 'retry-after': '1' }), says: /overloaded/u },
  'a refusal': {
    vendor: () => behave.reply(refusal?.reply ?? { status: 500, body: {} }),
    says: /refused/u,
    isFinal: true,
  },
  'a wrong key': {
    vendor: () => behave.status(401, {}, `CANARY ${KEY}`),
    says: /not configured correctly/u,
    isFinal: true,
  },
  'a reset': { vendor: () => behave.reset, says: /could not be reached/u },
  'cut JSON': { vendor: () => behave.half, says: /could not be reached/u },
  'a web page': { vendor: () => behave.webPage, says: /could not be reached/u },
  'a gigabyte': { vendor: () => behave.huge({ sent: 0 }), says: /nothing usable/u },
}

const behaviours = new Map(Object.entries(FAULTS).map(([fault, { vendor }]) => [fault, vendor()]))
const ended = new Map<string, ImageGeneration>()

let vendor: FakeImageVendor
let writer: FakeModelServer
let server: TestServer

beforeAll(async () => {
  const play: Behaviour = (exchange) =>
    (behaviours.get(faultOf(exchange.request?.prompt ?? '')) ?? behave.draw)(exchange)
  vendor = await startFakeImageVendor('openai', play, { key: KEY })
  writer = await startFakeModel(
    'openai',
    speak.answerUnless(
      ({ texts }) => texts.join().includes('unwritable'),
      speak.status(500),
      speak.answer('A cup of coffee, steaming, in warm morning light.'),
    ),
  )
  server = await startTestServer({
    credits: 1000,
    environment: {
      OPENAI_API_KEY: KEY,
      POWERPOST_IMAGE_MODELS: 'openai',
      POWERPOST_IMAGE_BASE_URLS: `openai=${vendor.baseUrl}`,
      POWERPOST_TEXT_MODEL: 'openai:some-model',
      POWERPOST_TEXT_BASE_URL: writer.baseUrl,
    },
  })
  // All at once: most of the time goes by between attempts.
  await whileEndingWaits(server.db, () =>
    Promise.all(Object.keys(FAULTS).map(async (fault) => ended.set(fault, await draw({ prompt: `Draw <${fault}>` })))),
  )
})
afterAll(async () => {
  await server.stop()
  await vendor.close()
  await writer.close()
  await removeMediaFiles()
})

const faultOf = (prompt: string) => /<([^>]+)>/u.exec(prompt)?.[1] ?? ''

async function draw(body: object): Promise<ImageGeneration> {
  const response = await server.post('/api/v1/images/generate', { model: 'gpt-image-1.5', ...body })
  expect(response.status, await response.clone().text()).toBe(200)
  return waitForImages(server, ((await response.json()) as GenerateImagesResponse).image_generation_id)
}

function endOf(fault: string): ImageGeneration {
  const generation = ended.get(fault)
  if (!generation) throw new Error(`${fault} was not played`)
  return generation
}

describe('an image generation by a vendor that meets', () => {
  it.each(Object.entries(FAULTS))('%s ends as it must, with its books right', async (fault, { says, isFinal }) => {
    const generation = endOf(fault)
    expect(generation.status).toBe(says ? 'failed' : 'completed')
    expect(generation.images).toHaveLength(says ? 0 : 1)
    if (says) expect(generation.error?.message).toMatch(says)
    const calls = vendor.requests.filter(({ prompt }) => faultOf(prompt) === fault).length
    if (isFinal) expect(calls).toBe(1)
    else expect(calls).toBeLessThanOrEqual(ATTEMPTS)
    const entries = await server.db
      .selectFrom('credit_ledger')
      .select('amount')
      .where('operation_id', '=', generation.image_generation_id)
      .orderBy('id')
      .execute()
    expect(entries.map(({ amount }) => amount)).toEqual(says ? [-14, 14] : [-14])
    const recorded = await server.db
      .selectFrom('model_calls')
      .select(['model', 'attempt'])
      .where('run_id', '=', generation.image_generation_id)
      .execute()
    expect(recorded).toHaveLength(calls)
  })

  it('whatever it was, shows nothing of what the vendor says in its own words', async () => {
    for (const [fault, generation] of ended) {
      const { prompt, ...rest } = generation
      expect(prompt).toBe(`Draw <${fault}>`)
      expect(JSON.stringify(rest)).not.toMatch(CANARY)
    }
    expect(vendor.complaints).toEqual([])
  })

  it('a good answer names who drew; a model that no vendor serves is drawn by the built-in one', async () => {
    expect(endOf('a good answer').generator).toEqual({ model: 'openai:gpt-image-1.5', built_in: false })
    const other = await draw({ prompt: 'A cup', model: 'flux2-flex' })
    expect(other.generator).toMatchObject({ model: 'built-in', built_in: true })
  })
})

describe('style images', () => {
  it('are sent to the vendor made small, in their order', async () => {
    const { media_id } = await uploadFile(server, (await makeMediaFiles()).png)
    const generation = await draw({ prompt: 'A cup in that style', style_images: [media_id] })
    expect(generation).toMatchObject({ status: 'completed', mode: 'reference' })
    const request = vendor.requests.find(({ prompt }) => prompt.startsWith('A cup in that style'))
    expect(request?.images).toHaveLength(1)
    expect(vendor.complaints).toEqual([])
  })
})

describe('enhance_prompt', () => {
  it('has the text model rewrite the prompt, draws by that, and shows it', async () => {
    const prompt_used = 'A cup of coffee, steaming, in warm morning light.'
    const generation = await draw({ prompt: 'a cup', enhance_prompt: true, quantity: 2 })
    expect(generation).toMatchObject({
      prompt: 'a cup',
      prompt_used,
      prompt_enhancement: 'enhanced',
      status: 'completed',
    })
    expect(vendor.requests.filter(({ prompt }) => prompt === prompt_used)).toHaveLength(2)
    const asked = writer.requests.filter(({ texts }) => texts.join().includes('a cup'))
    expect(asked).toHaveLength(1)
    expect(asked[0]?.form).toBe('prose')
  })

  it('that fails never fails the generation: the plain prompt is drawn by, and said', async () => {
    const generation = await draw({ prompt: 'something unwritable', enhance_prompt: true })
    expect(generation).toMatchObject({ status: 'completed', prompt_enhancement: 'failed' })
    expect(generation).not.toHaveProperty('prompt_used')
    expect(vendor.requests.map(({ prompt }) => prompt)).toContain('something unwritable')
  })
})

describe('the books', () => {
  it('balance after all of that', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })
})
