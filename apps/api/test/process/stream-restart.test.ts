import { PowerPost } from '@powerpost/client'
import type { GenerationEvent } from '@powerpost/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FakeModelServer } from '../fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../fake-models/index.ts'
import { findFreePort } from '../harness/free-port.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

let database: TestDatabase
let vendor: FakeModelServer
let server: ServerProcess

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await end('SIGKILL')
  await vendor.close()
  await database.remove()
})

async function end(signal: NodeJS.Signals): Promise<void> {
  server.kill(signal)
  await server.exited
}

it.each(['SIGKILL', 'SIGTERM'] as const)(
  'a stream that is watched over a restart of the server by %s tells every event once, from the start to the end',
  { timeout: 240_000 },
  async (signal) => {
    // The first attempt writes a caption and begins the next: what the second writes of both is the same.
    vendor = await startFakeModel('openai-compatible', (exchange) => {
      const whole = goodAnswer(exchange.request)
      const isFirst = vendor.requests.length === 1
      return (isFirst ? behave.answerAndHang(whole.slice(0, -20)) : behave.answer(whole))(exchange)
    })
    const account = inventFirstAccount()
    const { apiKey, workspaceId } = account
    const environment = {
      PORT: String(await findFreePort()),
      ...account.environment,
      POWERPOST_TEXT_MODEL: 'openai-compatible:local-model',
      POWERPOST_TEXT_BASE_URL: vendor.baseUrl,
      POWERPOST_TEXT_API_KEY: 'none',
    }
    server = await startServerProcess({ database, environment })
    const powerpost = new PowerPost({ apiKey, workspaceId, baseUrl: server.url })
    const { generation_id } = await powerpost.content.generate({
      prompt: 'Dark mode is here',
      post_types: ['x-post', 'linkedin-post'],
      research_mode: 'regular',
    })
    const events: GenerationEvent[] = []
    for await (const event of powerpost.content.generations.stream(generation_id)) {
      events.push(event)
      if (event.number !== 4) continue
      await end(signal)
      server = await startServerProcess({ database, environment })
    }
    expect(events.map(({ number, event }) => `${number} ${event}`)).toEqual([
      '1 queued',
      '2 researching',
      '3 analyzing',
      '4 caption',
      '5 caption',
      '6 completed',
    ])
    const { outputs } = await powerpost.content.generations.get(generation_id)
    const told = events.flatMap((event) => (event.event === 'caption' ? [event.data.outputs] : []))
    expect(Object.assign({}, ...told)).toEqual(outputs)
    expect(vendor.requests).toHaveLength(2)
  },
)
