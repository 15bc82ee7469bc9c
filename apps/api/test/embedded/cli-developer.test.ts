import { tmpdir } from 'node:os'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addWorkspace } from '../harness/add-tenant.ts'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { generate } from '../harness/webhooks.ts'
import type { WebhookReceiver } from '../harness/webhook-receiver.ts'
import { startWebhookReceiver } from '../harness/webhook-receiver.ts'

/** A start of the command line takes long on a busy machine. */
const POLL = { timeout: 90_000 }

let server: TestServer
let receiver: WebhookReceiver
beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  receiver = await startWebhookReceiver()
})
afterAll(async () => {
  await server.stop()
  receiver.stop()
})

let stop: (() => void) | undefined
afterEach(() => stop?.())

function powerpost(args: readonly string[]): Promise<CliRun> {
  const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url, XDG_CONFIG_HOME: tmpdir() }
  return runCli(args, { environment, onStart: (child) => (stop = () => child.kill('SIGINT')) })
}

describe('webhooks listen', () => {
  it('forwards each event once, signed as the server would, to a program that the server cannot reach', async () => {
    const run = powerpost(['webhooks', 'listen', '--forward-to', receiver.urlOf('/'), '--json'])
    const disabled = () => server.db.selectFrom('webhook_endpoints').select('disabled_reason').executeTakeFirst()
    await expect.poll(disabled, POLL).toEqual({ disabled_reason: 'requested' })
    const generationId = await generate(server)
    await expect.poll(() => receiver.received.length, POLL).toBe(1)
    await generate(server)
    await expect.poll(() => receiver.received.length, POLL).toBe(2)
    stop?.()
    const { exitCode, stdout } = await run
    expect(exitCode).toBe(130)

    const { secret } = JSON.parse(/^\{[\s\S]*?^\}/m.exec(stdout)?.[0] ?? '') as { secret: string }
    const [first] = receiver.received
    expect(first?.event).toMatchObject({ event: 'generation.completed', data: { generation_id: generationId } })
    expect(new Webhook(secret).verify(first?.body ?? '', { ...first?.headers })).toEqual(first?.event)
    expect(await server.db.selectFrom('webhook_endpoints').select('id').execute()).toEqual([])
  }, 300_000)
})

describe('api', () => {
  it('sends what no command has, and prints the response', async () => {
    const args = [
      'api',
      'POST',
      '/writing-styles',
      '--field',
      'name=Dry',
      '--field',
      'instructions=Short.',
      '--field',
      'active=true',
    ]
    const { exitCode, stdout } = await powerpost(args)
    expect({ exitCode, body: JSON.parse(stdout) }).toMatchObject({ exitCode: 0, body: { name: 'Dry', active: true } })
    expect((await powerpost(['api', 'GET', 'account/credits'])).json()).toMatchObject({ balance: expect.any(Number) })
    const refused = await powerpost(['api', 'GET', '/media/none', '--json'])
    expect(refused.failure()).toMatchObject({ code: 'NOT_FOUND', exit_code: 4 })
  })
})

describe('lists', () => {
  it('go on from the cursor that they show', async () => {
    const { id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    for (let count = 0; count < 3; count += 1) await addWorkspace(server.db, id)
    const first = (await powerpost(['workspaces', 'list', '--limit', '3', '--json'])).json<List>()
    const rest = (await powerpost(['workspaces', 'list', '--cursor', String(first.next_cursor), '--json'])).json<List>()
    const all = (await powerpost(['workspaces', 'list', '--limit', '1', '--all', '--json'])).json<List>()
    expect([...first.data, ...rest.data]).toEqual(all.data)
    expect(first.data).toHaveLength(3)
    expect(all).toMatchObject({ has_more: false, next_cursor: null })
  })
})

interface List {
  readonly data: readonly unknown[]
  readonly next_cursor: string | null
}
