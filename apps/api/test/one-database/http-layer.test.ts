import type { ErrorBody } from '@powerpost/contract'
import { createOpenApiDocument } from '@powerpost/openapi'
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDocumentedAnswer } from '../harness/documented-answer.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ work: false })
})
afterAll(() => server.stop())

const PATH = '/api/v1/account/credits'

/** Sends bytes as they are and reads what comes until the server closes. */
async function sendRaw(request: string) {
  const { hostname, port } = new URL(server.url)
  const socket = createConnection({ host: hostname, port: Number(port) })
  socket.write(request)
  const received = await text(socket)
  const [head = '', body = ''] = received.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  return { status: Number(statusLine.split(' ')[1]), headers, body }
}

it.each([
  ['a line that is no HTTP', 400, `GET ${PATH} HTTP/1.1\r\nHost x\r\n\r\n`],
  ['an expectation that nobody knows', 417, `GET ${PATH} HTTP/1.1\r\nHost: x\r\nExpect: nonsense\r\n\r\n`],
  ['headers that are too large', 431, `GET ${PATH} HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`],
])('%s is answered with %i and the body that the document shows, for every operation', async (_, status, request) => {
  const answer = await sendRaw(request)
  expect(answer.status).toBe(status)
  expect((JSON.parse(answer.body) as ErrorBody).error.code).toBe('VALIDATION_ERROR')
  const documented = findDocumentedAnswer({ method: 'GET', path: PATH, ...answer })
  if (documented === undefined || documented === 'no operation') throw new Error('The document does not know it')
  expect(documented.content.get('application/json')?.(JSON.parse(answer.body)).valid).toBe(true)
  for (const [name, { required, validate }] of documented.headers) {
    expect(required && !validate(answer.headers[name]).valid, name).toBe(false)
  }
  const operations = Object.values(createOpenApiDocument().paths ?? {}).flatMap((item) => Object.values(item as object))
  for (const { responses } of operations as { responses: object }[]) expect(responses).toHaveProperty(String(status))
})
