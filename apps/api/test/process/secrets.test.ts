import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

let database: TestDatabase
let server: ServerProcess

afterEach(async () => {
  server.kill('SIGKILL')
  await server.exited
  await database.remove()
})

describe('a key', () => {
  it('is found in no log and no answer, wherever a caller put it', async () => {
    database = await createTestDatabase()
    const apiKey = `pp_live_sk_${randomBytes(16).toString('hex')}`
    const workspaceId = randomUUID()
    const canary = apiKey.slice('pp_live_sk_'.length)
    server = await startServerProcess({
      database,
      environment: {
        POWERPOST_BOOTSTRAP_API_KEY: apiKey,
        POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspaceId,
        POWERPOST_LOG_LEVEL: 'trace',
      },
    })
    const good = { 'x-api-key': apiKey, 'x-workspace-id': workspaceId, 'content-type': 'application/json' }
    const requests: [string, RequestInit][] = [
      ['/api/v1/account/credits', { headers: good }],
      ['/api/v1/account/credits', { headers: { authorization: `Bearer ${apiKey}` } }],
      [`/api/v1/account/credits?api_key=${apiKey}`, {}],
      [`/api/v1/${apiKey}`, {}],
      [`/api/v1/content/generations/${apiKey}`, { headers: good }],
      ['/api/v1/account/credits', { headers: { ...good, 'x-request-id': `trace-${apiKey}` } }],
      ['/api/v1/content/generations', { headers: { ...good, 'x-workspace-id': apiKey } }],
      ['/api/v1/content/generate', { method: 'POST', headers: good, body: JSON.stringify({ prompt: apiKey }) }],
      ['/api/v1/content/generate', { method: 'POST', headers: good, body: `{"prompt":"${apiKey}` }],
      ['/api/v1/content/generate', { method: 'POST', headers: { ...good, 'content-type': apiKey }, body: '{}' }],
      ['/api/v1/writing-styles', { method: 'POST', headers: { ...good, 'idempotency-key': apiKey }, body: '{}' }],
    ]
    for (const [path, init] of requests) {
      const response = await fetch(new URL(path, server.url), init)
      expect(await response.text()).not.toContain(canary)
    }
    server.kill('SIGTERM')
    await server.exited
    expect(server.stdout() + server.stderr()).not.toContain(canary)
    expect(server.stderr()).toContain('pp_live_sk_[redacted]')
  })
})
