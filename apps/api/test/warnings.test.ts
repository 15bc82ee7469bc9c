import type { Estimate, GenerateContentResponse, Generation, LedgerPage, Warning } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { readBooks } from './harness/ledger.ts'
import { createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const BODY = { prompt: 'We opened a bakery in Leeds.', post_types: ['x-post', 'instagram-feed', 'linkedin-post'] }

const LOOK: Warning = { code: 'claim_to_check', message: 'Check this claim.', platform: 'x', field: 'prompt' }
const CHANGE: Warning = { code: 'change_not_made', message: 'The change was not made.' }

/** Warns of what a script says, each time it writes. */
function createWarningModel(warnings: readonly Warning[]) {
  return createScriptedModel(async function* (brief, { onWarning }) {
    for (const warning of [...warnings, ...warnings]) onWarning?.(warning)
    yield* writePlainly({ ...brief, prompt: `${brief.prompt} ${brief.rewrite?.times ?? 0}` })
  })
}

let server: TestServer
afterEach(() => server.stop())

async function generate(body: object): Promise<Generation> {
  const response = await server.post('/api/v1/content/generate', body)
  return waitForGeneration(server, ((await response.json()) as GenerateContentResponse).generation_id)
}

async function regenerate(id: string, body: object): Promise<Generation> {
  expect((await server.post(`/api/v1/content/generations/${id}/regenerate`, body)).status).toBe(200)
  return waitForGeneration(server, id)
}

async function lastEntry() {
  return ((await (await server.request('/api/v1/account/credits/ledger')).json()) as LedgerPage).data[0]
}

describe('a generation', () => {
  it('that did all it was asked to has no warnings, and gives nothing back', async () => {
    server = await startTestServer({ credits: 100, model: createWarningModel([]) })
    const estimate = (await (
      await server.post('/api/v1/content/estimate', { ...BODY, research_mode: 'regular' })
    ).json()) as Estimate
    expect(estimate.warnings).toBeUndefined()
    const generation = await generate({ ...BODY, research_mode: 'regular' })
    expect(generation).toMatchObject({ credits_used: 10 })
    expect(generation.warnings).toBeUndefined()
    expect(generation.credits_refunded).toBeUndefined()
    expect(await readBooks(server.db)).toEqual({ balance: 90, ledger: 90, entries: 2 })
  })

  it('shows what a model warns of, each once, and does not give money back for a look', async () => {
    server = await startTestServer({ credits: 100, model: createWarningModel([LOOK]) })
    const generation = await generate({ ...BODY, research_mode: 'regular' })
    expect(generation).toMatchObject({ warnings: [LOOK] })
    expect((await readBooks(server.db)).balance).toBe(90)
  })

  it('gives back what research would have cost that was not done, with the reason in the ledger', async () => {
    server = await startTestServer({ credits: 100, model: createWarningModel([]) })
    const source_urls = ['https://nothing.invalid/page']
    const generation = await generate({ ...BODY, source_urls, research_mode: 'deep' })
    expect(generation).toMatchObject({ status: 'completed', credits_used: 13, credits_refunded: 3 })
    expect(generation.warnings?.map(({ code, field }) => [code, field])).toEqual([
      ['source_not_read', 'source_urls[0]'],
      ['research_not_done', 'research_mode'],
    ])
    expect(await readBooks(server.db)).toEqual({ balance: 90, ledger: 90, entries: 3 })
    const reasons = generation.warnings?.map(({ message }) => message).join(' ')
    expect(await lastEntry()).toMatchObject({
      kind: 'refund',
      amount: 3,
      operation: { type: 'generation', id: generation.generation_id },
      note: `Not done: ${reasons}`,
    })
  })
})

describe('an estimate', () => {
  it('says before it is paid what the built-in model will not do, as the generation says it afterwards', async () => {
    server = await startTestServer({ credits: 100 })
    const style = await server.post('/api/v1/writing-styles', {
      name: 'Dry',
      instructions: 'Sound like a tired lighthouse keeper.',
      active: true,
    })
    expect(style.status).toBe(200)
    const body = {
      ...BODY,
      prompt: 'Our mushroom drops cure migraine in three days, guaranteed.',
      source_urls: ['https://nothing.invalid/page'],
      research_mode: 'deep',
      include: ['alt_text'],
      tone: 'dry',
      audience: 'people with headaches',
    }
    const { warnings = [] } = (await (await server.post('/api/v1/content/estimate', body)).json()) as Estimate
    expect(warnings.map(({ code, field }) => [code, field])).toEqual([
      ['claim_to_check', 'prompt'],
      ['rule_not_followed', 'tone'],
      ['rule_not_followed', 'audience'],
      ['rule_not_followed', 'writing_style_id'],
      ['source_not_read', 'source_urls[0]'],
      ['research_not_done', 'research_mode'],
      ['include_not_done', 'include'],
    ])
    expect(await readBooks(server.db)).toMatchObject({ balance: 100 })
    const after = (await generate(body)).warnings?.map(({ code, field }) => `${code} ${field}`)
    expect(after).toEqual(expect.arrayContaining(warnings.map(({ code, field }) => `${code} ${field}`)))
  })

  it('with a model warns of what no model could do, and of nothing else', async () => {
    server = await startTestServer({ credits: 100, model: createWarningModel([]) })
    const body = { ...BODY, source_urls: ['https://nothing.invalid/page'], research_mode: 'deep' }
    const { warnings } = (await (await server.post('/api/v1/content/estimate', body)).json()) as Estimate
    expect(warnings).toMatchObject([{ code: 'research_not_done', field: 'research_mode' }])
    const builtIn = { ...BODY, research_mode: 'regular', model: 'built-in', source_urls: body.source_urls }
    const named = (await (await server.post('/api/v1/content/estimate', builtIn)).json()) as Estimate
    expect(named.warnings).toMatchObject([{ code: 'source_not_read' }])
  })
})

describe('a regeneration', () => {
  it('that changed nothing costs nothing', async () => {
    server = await startTestServer({ credits: 100, model: createWarningModel([CHANGE]) })
    const { generation_id } = await generate({ ...BODY, research_mode: 'regular' })
    expect((await readBooks(server.db)).balance).toBe(90)
    const { regeneration } = await regenerate(generation_id, { platforms: ['x', 'linkedin'], instruction: 'Funnier' })
    expect(regeneration).toMatchObject({ credits_used: 8, credits_refunded: 8, warnings: [CHANGE] })
    expect(await readBooks(server.db)).toEqual({ balance: 90, ledger: 90, entries: 4 })
    expect(await lastEntry()).toMatchObject({ amount: 8, operation: { type: 'regeneration' } })
  })

  it('that changed some captions costs what these cost', async () => {
    server = await startTestServer({ credits: 100, model: createWarningModel([{ ...CHANGE, platform: 'x' }]) })
    const { generation_id } = await generate({ ...BODY, research_mode: 'regular' })
    const { regeneration, warnings } = await regenerate(generation_id, { platforms: ['x', 'linkedin', 'instagram'] })
    expect(warnings).toEqual([{ ...CHANGE, platform: 'x' }])
    expect(regeneration).toMatchObject({ credits_used: 10, credits_refunded: 2 })
    expect(await readBooks(server.db)).toEqual({ balance: 82, ledger: 82, entries: 4 })
  })
})
