import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mountRoutes } from '#shared/router.ts'
import { initContract } from '@ts-rest/core'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unlessPublic } from './unless-public.ts'

const c = initContract()
const routes = c.router({
  public: { method: 'GET', path: '/public', responses: { 200: c.type<string>() }, metadata: { scope: null } },
  keyed: { method: 'GET', path: '/keyed', responses: { 200: c.type<string>() }, metadata: { scope: 'media:read' } },
})
const answer = async () => ({ status: 200, body: 'in' }) as const
const refuse = unlessPublic((_request, response) => void response.sendStatus(401))

const app = express()
mountRoutes(app, {
  contract: routes,
  handlers: { public: answer, keyed: answer },
  guards: [refuse],
  around: (_request, handle) => handle(),
})
app.get('/unknown', refuse)
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
