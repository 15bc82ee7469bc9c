import { once } from 'node:events'
import { createServer } from 'node:http'
import { startTestServer } from '../test/harness/test-server.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase, milliseconds, percentile } from './environment.ts'

const ROUNDS = 400

/** What a request costs here as against Node's bare server: asked in turns, one after the other. */
export async function measureHttp(kind: DatabaseKind): Promise<Figures> {
  const database = await createEmptyDatabase(kind)
  const server = await startTestServer({ database, credits: 1_000_000, work: false })
  const floor = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"balance":47}')
  }).listen(0, '127.0.0.1')
  await once(floor, 'listening')
  const address = floor.address()
  const floorUrl = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : ''

  const body = { prompt: 'We just shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }
  const requests = {
    'bare node:http': () => fetch(floorUrl),
    'GET /healthz': () => server.request('/healthz'),
    'GET /account/credits': () => server.request('/api/v1/account/credits'),
    'POST /content/generate': () => server.post('/api/v1/content/generate', body),
  }
  const times = Object.fromEntries(Object.keys(requests).map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, request] of Object.entries(requests)) {
      const start = performance.now()
      await (await request()).text()
      times[name]?.push(performance.now() - start)
    }
  }
  floor.close()
  await server.stop()
  await database.remove()
  const base = percentile(times['bare node:http'] ?? [], 50)
  return Object.fromEntries(
    Object.entries(times).map(([name, values]) => {
      const median = percentile(values, 50)
      return [`${name}, median`, `${milliseconds(median)} (${(median / base).toFixed(1)} x)`]
    }),
  )
}
