import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { Access, Calls } from './drive.ts'
import type { Answer } from './fetch-calls.ts'
import { callBy } from './fetch-calls.ts'
import type { ToolResult } from './run-tool.ts'
import { runTool } from './run-tool.ts'

/** Makes an MCP server of a document, and compiles it by its own strict settings. */
export async function generateMcpServer(directory: string, document: string): Promise<ToolResult> {
  const generated = await runTool('openapi-mcp-generator', '-i', document, '-o', directory, '--force')
  return generated.exitCode === 0 ? runTool('tsc', '-p', directory) : generated
}

export interface McpServer {
  readonly calls: Calls
  /** What it answers to a call of a tool, as a text for a model. */
  callTool(name: string, given: Readonly<Record<string, unknown>>): Promise<string>
  /** The tools that it offers. */
  listTools(): Promise<readonly string[]>
  stop(): Promise<void>
}

/** Starts the server that was made, as an assistant does. It finds the address of the API in its document. */
export async function startMcpServer(directory: string, { apiKey, workspaceId }: Access): Promise<McpServer> {
  const client = new Client({ name: 'powerpost-tests', version: '1.0.0' })
  const args = [join(directory, 'build/index.js')]
  const env = { API_KEY_APIKEY: apiKey, DOTENV_CONFIG_QUIET: 'true' }
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }))
  const callTool: McpServer['callTool'] = async (name, given) => {
    const { content } = await client.callTool({ name, arguments: { 'X-Workspace-Id': workspaceId, ...given } })
    const [part] = content as { readonly text: string }[]
    return part?.text ?? ''
  }
  return {
    callTool,
    listTools: async () => (await client.listTools()).tools.map(({ name }) => name),
    calls: callBy(async ({ operationId, id, query = {}, body }) => {
      const text = await callTool(operationId, {
        ...(id !== undefined && { id }),
        ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Number(value)])),
        ...(body && { requestBody: body }),
      })
      const [, status, json = ''] = /Status:? (\d+)[^{]*(\{.*\})/s.exec(text) ?? []
      if (status === undefined) throw new Error(text)
      return { status: Number(status), answer: JSON.parse(json) as Answer }
    }),
    stop: () => client.close(),
  }
}
