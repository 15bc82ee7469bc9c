import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '../harness/free-port.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import type { NewEndpoint } from '../harness/webhooks.ts'
import { createEndpoint, generate, PRIVATE_URLS, testEndpoint } from '../harness/webhooks.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../examples/webhooks/', import.meta.url))

/** Imports another package under the name that the example imports. */
const UNDER_EXPRESS_4 = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module'
   registerHooks({ resolve: (name, context, next) => next(name === 'express' ? 'express4' : name, context) })`,
)}`

/** Each with what runs it. Next.js calls a route handler with what Hono's server gives it here. */
const RECEIVERS: readonly [name: string, command: string, ...args: string[]][] = [
  ['express.ts', process.execPath, 'express.ts'],
  ['express.ts under Express 4', process.execPath, '--import', UNDER_EXPRESS_4, 'express.ts'],
  ['hono.ts', process.execPath, 'hono.ts'],
  [
    'nextjs.ts',
    process.execPath,
    '--input-type=module-typescript',
    '--eval',
    `import { serve } from '@hono/node-server'
     import { POST } from '${EXAMPLES}nextjs.ts'
     serve({ fetch: POST, port: Number(process.env.PORT), hostname: '127.0.0.1' })`,
  ],
  ['flask_receiver.py', '/usr/bin/python3', 'flask_receiver.py'],
]

interface Receiver {
  readonly endpoint: NewEndpoint
  readonly stdout: () => string
  stop(): Promise<void>
}

let server: TestServer
let receiver: Receiver
beforeAll(async () => {
  server = await startTestServer({ credits: 10_000, environment: PRIVATE_URLS })
})
afterAll(() => server.stop())
afterEach(() => receiver.stop())

async function startReceiver(command: string, args: readonly string[]): Promise<Receiver> {
  const port = await findFreePort()
  const endpoint = await createEndpoint(server, `http://127.0.0.1:${port}/webhooks`)
  const env = { PATH: process.env['PATH'], PORT: String(port), POWERPOST_WEBHOOK_SECRET: endpoint.secret }
  const child = spawn(command, args, { cwd: EXAMPLES, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const exited = once(child, 'close')
  const stop = async () => {
    child.kill()
    await exited
  }
  const listens = () =>
    fetch(endpoint.url).then(
      () => true,
      () => child.exitCode === null && stderr,
    )
  await expect.poll(listens, { timeout: 30_000 }).toBe(true)
  return { endpoint, stdout: () => stdout, stop }
}

/** What the server says became of the deliveries to an endpoint. */
async function statusesOf({ endpoint_id }: NewEndpoint): Promise<string[]> {
  const response = await server.request(`/api/v1/webhooks/deliveries?endpoint_id=${endpoint_id}`)
  const { data } = (await response.json()) as { data: { delivery_id: string; status: string }[] }
  return data.map(({ status }) => status)
}

describe.each(RECEIVERS)('the receiver %s', (_, command, ...args) => {
  it('takes what PowerPost sent once, however often it comes, and nothing else', async () => {
    receiver = await startReceiver(command, args)
    const { endpoint, stdout } = receiver
    const generationId = await generate(server)
    await expect.poll(stdout, { timeout: 30_000 }).toContain('generation.completed')
    expect(stdout()).toContain(generationId)
    const test = await testEndpoint(server, endpoint.endpoint_id)
    await expect.poll(stdout, { timeout: 30_000 }).toContain('webhook.test')
    await expect.poll(() => statusesOf(endpoint), { timeout: 30_000 }).toEqual(['delivered', 'delivered'])

    const taken = stdout()
    const replayed = await server.post(`/api/v1/webhooks/deliveries/${test.delivery_id}/replay`, {})
    expect(replayed.status).toBe(200)
    await expect.poll(() => statusesOf(endpoint), { timeout: 30_000 }).toEqual(['delivered', 'delivered'])
    for (const headers of [{}, { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,é v1,YQ==' }]) {
      const body = JSON.stringify({ event: 'generation.completed', data: {} })
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
      expect((await fetch(endpoint.url, init)).status).toBe(400)
    }
    expect(stdout()).toBe(taken)
  })
})

describe.each(['express', 'express4'])('under %s a body that was parsed', (name) => {
  it('is refused by a sentence that says what to change, and the process lives on', async () => {
    const program = `
      import express from '${name}'
      import { verifyWebhook } from '@powerpost/client/webhooks'
      const app = express()
      app.use(express.json())
      app.post('/webhooks', async (request, response, next) => {
        try {
          await verifyWebhook({ payload: request.body, headers: request.headers, secret: process.env.POWERPOST_WEBHOOK_SECRET })
          response.end()
        } catch (error) { next(error) }
      })
      app.use((error, request, response, next) => response.status(500).json({ name: error.name, message: error.message }))
      app.listen(process.env.PORT, '127.0.0.1')`
    receiver = await startReceiver(process.execPath, ['--input-type=module', '--eval', program])
    for (let time = 0; time < 2; time += 1) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"event":"webhook.test"}' }
      const response = await fetch(receiver.endpoint.url, init)
      expect(await response.json()).toEqual({
        name: 'PowerPostError',
        message: expect.stringMatching(/parsed.*express\.raw\(.*before any `express\.json\(\)`/),
      })
    }
  })
})

describe('the guide', () => {
  it('shows the receivers as they are run', async () => {
    receiver = { endpoint: {} as NewEndpoint, stdout: () => '', stop: async () => {} }
    const guide = await readFile(`${EXAMPLES}../../docs/webhooks.md`, 'utf8')
    for (const name of await readdir(EXAMPLES)) expect(guide).toContain(await readFile(`${EXAMPLES}${name}`, 'utf8'))
  })
})
