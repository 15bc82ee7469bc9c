import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Scope } from '@powerpost/contract'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unlessPublic } from './unless-public.ts'

const OPERATIONS: Readonly<Record<string, Scope | null>> = { '/public': null, '/keyed': 'media:read' }

const app = express()
for (const [path, scope] of Object.entries(OPERATIONS)) {
  const guard = unlessPublic(async (_request, response) => void response.sendStatus(401))
  app.get(path, (request, _response, next) =>
    next(void Object.assign(request, { tsRestRoute: { metadata: { scope } } })),
  )
  app.get(path, guard, (_request, response) => void response.send('in'))
}
app.get(
  '/unknown',
  unlessPublic((_request, response) => void response.send('in')),
)
const server = createServer(app)

beforeAll(async () => {
  server.listen(0)
  await once(server, 'listening')
})
afterAll(() => server.close())

it.each([
  ['/public', 200],
  ['/keyed', 401],
  // What is no operation of the contract is not public by that.
  ['/unknown', 500],
])('a guard answers %s with %i', async (path, status) => {
  const { port } = server.address() as AddressInfo
  expect((await fetch(`http://localhost:${port}${path}`)).status).toBe(status)
})
