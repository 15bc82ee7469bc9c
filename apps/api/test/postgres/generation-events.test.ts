import { PowerPost } from '@powerpost/client'
import type { GenerationEvent } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FakeModelServer } from '../fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../fake-models/index.ts'
import { createGate } from '../harness/scripted-model.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer, startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const account = inventFirstAccount()
const { apiKey, workspaceId } = account
const gate = createGate()

let database: TestDatabase
let vendor: FakeModelServer
const servers: ServerProcess[] = []

/** Two processes that answer and one that works, on one PostgreSQL. */
beforeAll(async () => {
  database = await createTestDatabase()
  vendor = await startFakeModel('openai-compatible', async (exchange) => {
    await gate.opened
    await behave.answer(goodAnswer)(exchange)
  })
  const environment = {
    ...account.environment,
    POWERPOST_TEXT_MODEL: 'openai-compatible:local-model',
    POWERPOST_TEXT_BASE_URL: vendor.baseUrl,
    POWERPOST_TEXT_API_KEY: 'none',
  }
  const api = { database, environment: { ...environment, POWERPOST_ROLE: 'api' } }
  for (const _ of ['one', 'the other']) servers.push(await startServerProcess(api))
  servers.push(await spawnServer({ database, environment: { ...environment, POWERPOST_ROLE: 'worker' } }))
})
afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGKILL')
    await server.exited
  }
  await vendor.close()
  await database.remove()
})

const clientOf = (index: number) => new PowerPost({ apiKey, workspaceId, baseUrl: servers[index]?.url })

async function collect(events: AsyncIterable<GenerationEvent>): Promise<GenerationEvent[]> {
  const seen: GenerationEvent[] = []
  for await (const event of events) seen.push(event)
  return seen
}

it('a stream at any process shows what another does, and taken up at one where it was lost at the other', async () => {
  const [first, second] = [clientOf(0), clientOf(1)]
  const { generation_id } = await first.content.generate({
    prompt: 'Dark mode is here',
    post_types: ['x-post', 'linkedin-post'],
    research_mode: 'regular',
  })
  const watched = collect(second.content.generations.stream(generation_id))
  const lost: GenerationEvent[] = []
  for await (const event of first.content.generations.stream(generation_id)) {
    lost.push(event)
    if (event.event === 'analyzing') break
  }
  servers[0]?.kill('SIGKILL')
  gate.open()
  const lastEventId = lost.at(-1)?.number
  const rest = await collect(second.content.generations.stream(generation_id, { lastEventId }))
  const whole = await watched
  expect([...lost, ...rest]).toEqual(whole)
  expect(whole.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(whole.at(-1)?.event).toBe('completed')
})
