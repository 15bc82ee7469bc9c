import type { Estimate, Generation } from '@powerpost/contract'
import { measureText } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import type { Brief, TextModel } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import { createFallbackTextModel } from '#models/ai-sdk/index.ts'
import { readBooks } from './harness/ledger.ts'
import { createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const GENERATE = '/api/v1/content/generate'
const TEXT = {
  prompt: 'From Saturday our rye loaf is back: 72 hours of sourdough, baked in the stone oven on Mill Lane. #Rye',
  post_types: ['instagram-feed', 'x-post'],
  research_mode: 'regular',
}

let server: TestServer
afterEach(() => server.stop())

async function generate(body: object): Promise<Generation> {
  const response = await server.post(GENERATE, { ...TEXT, ...body })
  expect(response.status, await response.clone().text()).toBe(200)
  const { generation_id } = (await response.json()) as Generation
  return waitForGeneration(server, generation_id)
}

/** A model that writes what its turn says, and remembers its briefs. */
function createNumbered(name = 'scripted'): TextModel & { readonly briefs: Brief[] } {
  const briefs: Brief[] = []
  return {
    name,
    builtIn: false,
    briefs,
    async *write(brief) {
      briefs.push(brief)
      const turn = briefs.length
      for await (const written of writePlainly({ ...brief, prompt: `Rye, turn ${turn} by ${name}` })) yield written
    },
  }
}

describe('controls of a request', () => {
  it('reach the model as rules, with the brand and its defaults behind them', async () => {
    const model = createNumbered()
    server = await startTestServer({ model })
    const brand = {
      name: 'Copper Pot',
      locale: 'en-GB',
      time_zone: 'Pacific/Auckland',
      avoid: ['cheap'],
      fixed_hashtags: ['#CopperPot'],
      defaults: { tone: 'dry', emoji: 'none', length: 'short' },
    }
    const put = await server.request('/api/v1/brand', {
      method: 'PUT',
      body: JSON.stringify(brand),
      headers: { 'content-type': 'application/json' },
    })
    expect(put.status).toBe(200)
    await generate({ language: 'pt-BR', length: 'long', audience: 'bakers', hashtags: 1, avoid: ['crusty'] })
    expect(model.briefs[0]).toMatchObject({
      brand: { name: 'Copper Pot', locale: 'en-GB' },
      today: { date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), timeZone: 'Pacific/Auckland' },
      rules: {
        language: 'pt',
        languageTag: 'pt-BR',
        tone: 'dry',
        audience: 'bakers',
        length: 'long',
        emoji: 'none',
        hashtags: { min: 1, max: 1 },
        fixedHashtags: ['#CopperPot'],
        bannedWords: ['crusty', 'cheap'],
      },
    })
  })

  it.each([
    ['language', { language: 'english please' }],
    ['emoji', { emoji: 'some' }],
    ['hashtags', { hashtags: -1 }],
    ['variants', { variants: 6 }],
    ['include', { include: ['poem'] }],
    ['avoid', { avoid: [''] }],
    ['model', { model: 'openai:other' }],
  ])('with a wrong %s are refused by name, on generate, estimate and regenerate', async (field, body) => {
    server = await startTestServer({ credits: 100 })
    const { generation_id: id } = await generate({})
    const before = await readBooks(server.db)
    const regenerate = `/api/v1/content/generations/${id}/regenerate`
    for (const [path, base] of [
      [GENERATE, TEXT],
      ['/api/v1/content/estimate', TEXT],
      [regenerate, { platforms: ['x'] }],
    ] as const) {
      const response = await server.post(path, { ...base, ...body })
      expect(response.status, path).toBe(400)
      expect(await response.text()).toContain(field)
    }
    expect(await readBooks(server.db)).toEqual(before)
  })
})

describe('variants', () => {
  it('are priced, written one after the other, and shown next to the first captions', async () => {
    const model = createNumbered()
    server = await startTestServer({ credits: 100, model })
    const estimate = await server.post('/api/v1/content/estimate', { ...TEXT, variants: 3 })
    expect((await estimate.json()) as Estimate).toMatchObject({
      credits: 12,
      breakdown: [
        { credits: 6 },
        { credits: 2 },
        { item: 'further_variants', quantity: 4, credits_each: 1, credits: 4 },
      ],
    })
    const generation = await generate({ variants: 3 })
    expect(generation).toMatchObject({
      credits_used: 12,
      outputs: { x: 'Rye, turn 1 by scripted' },
      variants: { x: ['Rye, turn 2 by scripted', 'Rye, turn 3 by scripted'] },
    })
    expect(model.briefs[2]?.rewrite).toMatchObject({
      previous: { x: 'Rye, turn 1 by scripted' },
      others: [{ x: 'Rye, turn 2 by scripted' }],
    })
    expect(await readBooks(server.db)).toMatchObject({ balance: 88, ledger: 88 })
  })

  it.each([
    ['fail', () => new ModelError('down', 'gone')],
    ['break', () => new Error('a mistake')],
  ])('that %s are warned of and refunded, and the first captions stand', async (_, error) => {
    let calls = 0
    const model = createScriptedModel(async function* (brief) {
      calls += 1
      if (calls === 3) throw error()
      yield* writePlainly({ ...brief, prompt: `Turn ${calls}` })
    })
    server = await startTestServer({ credits: 100, model })
    const generation = await generate({ variants: 3 })
    expect(generation).toMatchObject({
      status: 'completed',
      outputs: { x: 'Turn 1' },
      variants: { x: ['Turn 2'], instagram: ['Turn 2'] },
      credits_used: 12,
      credits_refunded: 2,
    })
    expect(generation.warnings?.map(({ code, platform }) => [code, platform])).toEqual([
      ['variant_not_written', 'instagram'],
      ['variant_not_written', 'x'],
    ])
    expect(await readBooks(server.db)).toMatchObject({ balance: 90, ledger: 90 })
  })

  it('that say the same are none', async () => {
    const model = createScriptedModel((brief) => writePlainly(brief))
    server = await startTestServer({ credits: 100, model })
    const generation = await generate({ variants: 2 })
    expect(generation.variants).toBeUndefined()
    expect(generation.credits_refunded).toBe(2)
  })

  it('of a regeneration take the place of the old ones', async () => {
    const model = createNumbered()
    server = await startTestServer({ credits: 100, model })
    const { generation_id: id } = await generate({ variants: 2 })
    const path = `/api/v1/content/generations/${id}/regenerate`
    const response = await server.post(path, { platforms: ['x'], variants: 2, tone: 'warm' })
    expect(await response.json()).toMatchObject({ credits_used: 7 })
    const again = await waitForGeneration(server, id)
    expect(again).toMatchObject({
      outputs: { x: 'Rye, turn 3 by scripted', instagram: 'Rye, turn 1 by scripted' },
      variants: { x: ['Rye, turn 4 by scripted'], instagram: ['Rye, turn 2 by scripted'] },
    })
    expect(model.briefs.at(-1)?.rules).toMatchObject({ tone: 'warm' })
  })

  it('by the built-in model are as many as it can write, and no more are paid for', async () => {
    server = await startTestServer({ credits: 100 })
    const { variants = {}, outputs, credits_used, credits_refunded = 0 } = await generate({ variants: 3 })
    const written = Object.values(variants).flat()
    expect(credits_used - credits_refunded).toBe(8 + written.length)
    expect(new Set([outputs?.x, ...(variants.x ?? [])]).size).toBe(1 + (variants.x?.length ?? 0))
  })
})

describe('what is included', () => {
  it('is what the model wrote, free of charge', async () => {
    const model = createScriptedModel(async function* (brief, { onExtras }) {
      yield* writePlainly(brief)
      onExtras?.({ firstComment: 'More in the shop.', thread: ['One.', 'x'.repeat(300)] })
    })
    server = await startTestServer({ credits: 100, model })
    const generation = await generate({ include: ['first_comment', 'thread', 'thread'] })
    expect(generation).toMatchObject({ credits_used: 8, first_comment: 'More in the shop.' })
    expect(generation.thread?.length).toBeGreaterThan(2)
    for (const part of generation.thread ?? []) expect(measureText(part, 'x_weighted')).toBeLessThanOrEqual(280)
  })

  it('is done by rules where rules can, and warned of where they cannot', async () => {
    server = await startTestServer({ credits: 100 })
    const generation = await generate({ include: ['alt_text', 'first_comment', 'thread'] })
    expect(generation.first_comment).toContain('#')
    expect(generation.thread?.length).toBeGreaterThan(0)
    expect(generation.alt_text).toBeUndefined()
    expect(generation.warnings).toContainEqual({
      code: 'include_not_done',
      message: 'There is no alt text: the request has no images.',
      field: 'include',
    })
    expect(await readBooks(server.db)).toMatchObject({ balance: 92, ledger: 92 })
  })
})

describe('the model of a request', () => {
  it('is the one that it names, and no other takes over', async () => {
    const [first, second] = [createNumbered('openai:a'), createNumbered('openai:b')]
    server = await startTestServer({ credits: 100, model: createFallbackTextModel([first, second]) })
    expect((await generate({ model: 'openai:b' })).generator?.model).toBe('openai:b')
    expect(first.briefs).toEqual([])
    expect((await generate({ model: 'built-in' })).generator).toMatchObject({ model: 'built-in', built_in: true })
    expect((await generate({})).generator?.model).toBe('openai:a')
    const refused = await server.post(GENERATE, { ...TEXT, model: 'openai:c' })
    expect(await refused.text()).toContain('must be one of: openai:a, openai:b, built-in')
  })
})
