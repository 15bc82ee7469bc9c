import type { ErrorBody, GenerateContentResponse, WritingStyle, WritingStylePage } from '@powerpost/contract'
import { writingStylePageSchema, writingStyleSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Brief } from '#models/port.ts'
import { createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const STYLES = '/api/v1/writing-styles'
const MINE = { name: 'Dry', instructions: 'Short sentences.', examples: ['It works. We checked.'] }

let server: TestServer
const briefs: Brief[] = []

beforeAll(async () => {
  const model = createScriptedModel(async function* (brief) {
    briefs.push(brief)
    yield* writePlainly(brief)
  })
  server = await startTestServer({ credits: 1000, model })
})
afterAll(() => server.stop())

async function create(body: object): Promise<WritingStyle> {
  const response = await server.post(STYLES, body)
  expect(response.status).toBe(200)
  return writingStyleSchema.strict().parse(await response.json())
}

async function change(id: string, body: object): Promise<Response> {
  return server.request(`${STYLES}/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function read(id: string): Promise<WritingStyle> {
  return writingStyleSchema.parse(await (await server.request(`${STYLES}/${id}`)).json())
}

async function generate(writing_style_id?: string): Promise<Brief | undefined> {
  const body = { prompt: 'Dark mode is here', post_types: ['x-post'], research_mode: 'regular', writing_style_id }
  const response = await server.post('/api/v1/content/generate', body)
  expect(response.status).toBe(200)
  await waitForGeneration(server, ((await response.json()) as GenerateContentResponse).generation_id)
  return briefs.at(-1)
}

describe('a writing style', () => {
  it('is created, read, changed, listed and deleted', async () => {
    const created = await create(MINE)
    expect(created).toMatchObject({ ...MINE, active: false })
    expect(await read(created.writing_style_id)).toEqual(created)
    const changed = (await (await change(created.writing_style_id, { name: 'Drier' })).json()) as WritingStyle
    expect(changed).toMatchObject({ ...MINE, name: 'Drier' })
    const page = writingStylePageSchema.strict().parse(await (await server.request(STYLES)).json())
    expect(page.data[0]).toEqual(changed)
    const deleted = await server.request(`${STYLES}/${created.writing_style_id}`, { method: 'DELETE' })
    expect([deleted.status, await deleted.json()]).toEqual([200, { success: true }])
    expect((await server.request(`${STYLES}/${created.writing_style_id}`)).status).toBe(404)
    expect((await change(created.writing_style_id, { name: 'x' })).status).toBe(404)
    expect((await server.request(`${STYLES}/${created.writing_style_id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('reaches the model when a generation names it, and when it is the active one', async () => {
    const named = await create(MINE)
    const { name, instructions, examples } = MINE
    expect(await generate(named.writing_style_id)).toMatchObject({
      style: { name, instructions, examples: examples.map((text) => ({ text })) },
    })
    expect((await generate())?.style).toBeUndefined()
    const active = await create({ ...MINE, name: 'Active', active: true })
    expect((await generate())?.style?.name).toBe('Active')
    expect((await generate(named.writing_style_id))?.style?.name).toBe('Dry')
    await change(active.writing_style_id, { active: false })
    expect((await generate())?.style).toBeUndefined()
  })

  it('that is made active puts the others out, however many are made so at once', async () => {
    const styles = await Promise.all(
      Array.from({ length: 8 }, (_, index) => create({ ...MINE, name: `Style ${index}` })),
    )
    const answers = await Promise.all(styles.map((style) => change(style.writing_style_id, { active: true })))
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    const page = (await (await server.request(`${STYLES}?limit=100`)).json()) as WritingStylePage
    expect(page.data.filter((style) => style.active)).toHaveLength(1)
  })

  it('that does not exist cannot be made active, and puts nobody out', async () => {
    const active = await create({ ...MINE, active: true })
    expect((await change('0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', { active: true })).status).toBe(404)
    expect((await read(active.writing_style_id)).active).toBe(true)
  })

  it.each([
    [{ instructions: 'x' }, 'name', 'is required'],
    [{ name: ' ', instructions: 'x' }, 'name', 'must not be blank'],
    [{ name: 'x', instructions: 'x'.repeat(5001) }, 'instructions', 'must have at most 5000 characters'],
    [{ name: 'x', instructions: 'x', examples: ['y', ''] }, 'examples[1]', 'must have at least 1 character'],
    [{ name: 'x', instructions: 'x', examples: Array(11).fill('y') }, 'examples', 'must have at most 10 items'],
    [{ name: 'x', instructions: 'x', active: 'yes' }, 'active', 'must be true or false'],
  ])('that is invalid is refused and told the field: %o', async (body, path, message) => {
    const response = await server.post(STYLES, body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as ErrorBody).error.details).toEqual([{ path, message }])
  })

  it('is not changed by nothing', async () => {
    const { writing_style_id } = await create(MINE)
    const response = await change(writing_style_id, { unknown: true })
    expect(response.status).toBe(400)
    expect(((await response.json()) as ErrorBody).error.details).toEqual([
      { path: 'body', message: 'must have at least one of: name, instructions, examples, platform_examples, active' },
    ])
  })
})
