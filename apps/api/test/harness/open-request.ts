import { request as openHttp } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { DocumentOperation } from './document-operations.ts'
import type { Resources } from './operation-fixtures.ts'
import { FIXTURES } from './operation-fixtures.ts'
import type { TestServer } from './test-server.ts'

/** A request whose head was sent, and whose body was not. */
export interface OpenedRequest {
  readonly operationId: string
  /** Sends the body and returns what was answered. */
  finish(): Promise<{ readonly operationId: string; readonly status: number; readonly body: string }>
}

interface OpenOptions {
  readonly apiKey: string
  readonly resources: Resources
}

/** Sends the head of the request that the fixture of an operation describes, with a body yet to come. */
export async function openRequest(
  server: TestServer,
  { operationId, method, path }: DocumentOperation,
  { apiKey, resources }: OpenOptions,
): Promise<OpenedRequest> {
  const { id = '', query = '', body = {}, ...ids } = FIXTURES[operationId]?.(resources) ?? {}
  const { itemId = '', renditionId = '', postType = '', name = '' } = ids
  const encoded = new Response(body instanceof FormData ? body : JSON.stringify(body))
  const contentType = body instanceof FormData ? encoded.headers.get('content-type') : 'application/json'
  const bytes = Buffer.from(await encoded.arrayBuffer())
  const url = new URL(
    `${path.replace('{id}', id).replace('{item_id}', itemId).replace('{rendition_id}', renditionId).replace('{post_type}', postType).replace('{name}', name)}${query}`,
    server.url,
  )
  const headers = {
    'x-api-key': apiKey,
    'x-workspace-id': server.workspaceId,
    'content-type': contentType ?? '',
    'content-length': bytes.length,
  }
  const opened = openHttp(url, { method, headers })
  const answered = new Promise<IncomingMessage>((resolve, reject) => opened.on('response', resolve).on('error', reject))
  opened.flushHeaders()
  return {
    operationId,
    async finish() {
      opened.end(bytes)
      const response = await answered
      return { operationId, status: response.statusCode ?? 0, body: await text(response) }
    },
  }
}
