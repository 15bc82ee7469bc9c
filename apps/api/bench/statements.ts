import { Client } from 'pg'
import { startTestServer } from '../test/harness/test-server.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase } from './environment.ts'

const BODY = {
  prompt: 'We just shipped dark mode',
  post_types: ['x-post', 'instagram-feed', 'linkedin-post'],
  research_mode: 'regular',
}

/** How many statements requests ask of the database. What runs on its own connections, the job queue's pool, is left out. */
export async function measureStatements(kind: DatabaseKind): Promise<Figures> {
  const database = await createEmptyDatabase(kind)
  const server = await startTestServer({ database, work: false })
  const start = async () => {
    const response = await server.post('/api/v1/content/generate', BODY)
    return ((await response.json()) as { generation_id: string }).generation_id
  }
  const read = async (path: string) => (await server.request(path)).text()
  // The first requests of a key find out more than later ones: what it has left of its limit.
  const id = await start()
  await read('/api/v1/content/generations')
  const figures: [string, string][] = []
  const ask = async (name: string, request: () => Promise<unknown>) => {
    figures.push([`statements of ${name}`, String(await countStatements(request))])
  }
  await ask('POST /content/generate', start)
  await ask('GET /content/generations/{id}', () => read(`/api/v1/content/generations/${id}`))
  await ask('GET /content/generations', () => read('/api/v1/content/generations'))
  await ask('GET /account/credits', () => read('/api/v1/account/credits'))
  await server.stop()
  await database.remove()
  return Object.fromEntries(figures)
}

/** Counts what node-postgres sends while a request runs. Nothing else runs: there is no worker. */
async function countStatements(request: () => Promise<unknown>): Promise<number> {
  const { query } = Client.prototype
  let count = 0
  Client.prototype.query = function counted(this: Client, ...given: unknown[]) {
    count += 1
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await request()
  } finally {
    Client.prototype.query = query
  }
  return count
}
