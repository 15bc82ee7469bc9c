import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ModelError } from '#models/port.ts'
import { readBooks } from '../harness/ledger.ts'
import { runCli } from '../harness/run-cli.ts'
import { createGate, createScriptedModel, writePlainly } from '../harness/scripted-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

let server: TestServer
afterEach(() => server.stop())

const ARGS = ['generate', 'Something happened', '--to', 'x', '--json']
const environment = () => ({ POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url })

describe('a generation from the command line', () => {
  it('that fails has an exit code of its own, and cost nothing', async () => {
    const model = createScriptedModel(async function* () {
      throw new ModelError('refused', 'no')
    })
    server = await startTestServer({ credits: 100, model })
    const run = await runCli(ARGS, { environment: environment() })
    expect(run).toMatchObject({ exitCode: 8, stdout: '' })
    expect(run.failure()).toMatchObject({
      code: 'GENERATION_FAILED',
      hint: expect.stringContaining('generations show'),
    })
    expect((await readBooks(server.db)).balance).toBe(100)
  })

  it('that is interrupted goes on, and is found again', async () => {
    const gate = createGate()
    const begun = createGate()
    const model = createScriptedModel(async function* (brief) {
      begun.open()
      await gate.opened
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 100, model })
    const run = await runCli(ARGS, {
      environment: environment(),
      onStart: (child) => void begun.opened.then(() => child.kill('SIGINT')),
    })
    expect(run).toMatchObject({ exitCode: 130, stdout: '' })
    const id = /generations show ([0-9a-f-]{36})/.exec(run.failure().hint)?.[1] ?? ''
    gate.open()
    const shown = await runCli(['generations', 'show', id, '--wait'], { environment: environment() })
    expect(shown.stdout).toBe('x\nSomething happened\n')
  })

  it('on a server that cannot stream is waited for all the same', async () => {
    server = await startTestServer({ credits: 100, model: createScriptedModel(writePlainly) })
    const old = await startOldServer()
    const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: old.url }
    const run = await runCli(ARGS, { environment })
    old.stop()
    expect(run.json()).toMatchObject({ status: 'completed', outputs: { x: 'Something happened' } })
    expect(old.asked.filter((path) => path.endsWith('/events'))).toHaveLength(1)
  })
})

/** The server as it was before it had streams. */
async function startOldServer(): Promise<{ url: string; asked: string[]; stop(): void }> {
  const asked: string[] = []
  const old = createServer(async (request, response) => {
    const { url = '', method = 'GET', headers } = request
    asked.push(url)
    if (url.endsWith('/events')) return void response.writeHead(404).end()
    const sent = ['x-api-key', 'x-workspace-id', 'content-type', 'idempotency-key'].flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value] as const] : []
    })
    const body = Buffer.concat(await request.toArray())
    const init = { method, headers: Object.fromEntries(sent), ...(body.length > 0 && { body }) }
    const answer = await fetch(new URL(url, server.url), init)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  old.listen(0, '127.0.0.1')
  await once(old, 'listening')
  const { port } = old.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, stop: () => void old.close() }
}
