import { PowerPost } from '@powerpost/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventFirstAccount } from '../harness/first-account.ts'
import { findFreePort } from '../harness/free-port.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer, startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const account = inventFirstAccount()
const { apiKey, workspaceId } = account

let database: TestDatabase
let api: ServerProcess
let worker: ServerProcess
let ports: { readonly api: string; readonly worker: string }

beforeAll(async () => {
  database = await createTestDatabase()
  ports = { api: String(await findFreePort()), worker: String(await findFreePort()) }
  const settings = (role: 'api' | 'worker') => ({
    ...account.environment,
    POWERPOST_ROLE: role,
    POWERPOST_METRICS_PORT: ports[role],
  })
  api = await startServerProcess({ database, environment: settings('api') })
  worker = await spawnServer({ database, environment: settings('worker') })
})
afterAll(async () => {
  for (const server of [api, worker]) {
    server.kill('SIGKILL')
    await server.exited
  }
  await database.remove()
})

async function readMetrics(role: 'api' | 'worker'): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${ports[role]}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  return response.text()
}

it('are served by each process on a port of its own: requests by who answers, work by who works', async () => {
  const powerpost = new PowerPost({ apiKey, workspaceId, baseUrl: api.url })
  const prompt = 'Dark mode is here'
  await powerpost.content.generateAndWait({ prompt, post_types: ['x-post'], research_mode: 'regular' })
  expect((await fetch(`${api.url}/${prompt}`)).status).toBe(404)

  const ofApi = await readMetrics('api')
  expect(ofApi).toMatch(/powerpost_http_request_duration_seconds_count\{operation="generateContent",status="200"\} 1/)
  expect(ofApi).toMatch(/powerpost_http_request_duration_seconds_count\{operation="none",status="404"\} 1/)
  expect(ofApi).not.toContain('powerpost_work_duration_seconds_count{')
  const ofWorker = await readMetrics('worker')
  expect(ofWorker).toMatch(/powerpost_work_duration_seconds_count\{kind="[a-z-]+",end="completed"\} 1/)
  expect(ofWorker).toContain('nodejs_eventloop_lag_p99_seconds')
  for (const text of [ofApi, ofWorker]) {
    expect(text).not.toContain(prompt)
    expect(text).not.toContain(workspaceId)
  }
})

it('are not on the port of the API, and nothing else is on theirs', async () => {
  expect((await fetch(`${api.url}/metrics`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${ports.api}/healthz`)).status).toBe(404)
})
