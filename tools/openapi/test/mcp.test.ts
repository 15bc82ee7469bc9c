import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drive, DRIVEN, TOO_SHORT } from '../src/drive.ts'
import type { McpServer } from '../src/mcp.ts'
import { generateMcpServer, startMcpServer } from '../src/mcp.ts'
import { listRequestTypes, WRONG } from '../src/request-checks.ts'

let server: McpServer

beforeAll(async () => {
  const directory = join(inject('generated'), 'mcp')
  await mkdir(directory)
  const { exitCode, output } = await generateMcpServer(directory, inject('documents').json)
  expect(exitCode, output).toBe(0)
  server = await startMcpServer(directory, inject('access'))
})
afterAll(() => server.stop())

describe('the MCP server that is made of the document', () => {
  it('drives the server', async () => {
    expect(await drive(server.calls)).toEqual(DRIVEN)
  })

  it('passes the refusal of the server on', async () => {
    const text = await server.callTool('getPost', { id: 'no-such-post' })
    expect(text).toMatch(/Status 404 .*"code":"NOT_FOUND"/)
  })

  it('refuses a wrong body of each request type, and names the field', async () => {
    for (const { operationId, path, properties, examples } of await listRequestTypes()) {
      const parameters = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'any']))
      const wrong = properties.map((name) => [name, WRONG] as const)
      for (const [name, value] of wrong) {
        const requestBody = { ...(examples[0] as object), [name]: value }
        const text = await server.callTool(operationId, { ...parameters, requestBody })
        expect(text, `${operationId}: ${name}`).toMatch(
          new RegExp(String.raw`^Invalid arguments.* requestBody\.${name}\b`),
        )
      }
    }
    const body = { prompt: TOO_SHORT, post_types: ['x-post'], research_mode: 'regular' }
    expect(await server.callTool('generateContent', { requestBody: body })).toContain('requestBody.prompt (too_small)')
  })
})
