import { API_BASE_PATH } from '../generated/base-path.ts'
import { PowerPostError } from '../errors/powerpost-error.ts'
import { VERSION } from '../version.ts'
import type { Config } from './config.ts'
import type { Operation } from './operation.ts'
import type { RequestOptions } from './options.ts'
import { toQueryString } from './path.ts'
import { isBrowser } from './platform.ts'
import type { Body } from './upload/body.ts'
import { createMultipart } from './upload/multipart.ts'

/** A request that can be sent, as often as its body can be read. */
export interface PreparedRequest {
  readonly method: Operation['method']
  readonly url: string
  readonly headers: Headers
  readonly body: Body | undefined
  readonly timeout: number
  readonly maxRetries: number
  readonly signal: AbortSignal | undefined
}

export async function prepareRequest(
  config: Config,
  operation: Operation,
  options: RequestOptions,
): Promise<PreparedRequest> {
  const headers = prepareHeaders(config, operation, options)
  const body = await createBody(operation, options)
  if (body?.contentType) headers.set('content-type', body.contentType)
  return {
    method: operation.method,
    url: config.baseUrl + API_BASE_PATH + operation.path + toQueryString(operation.query),
    headers,
    body,
    timeout: options.timeout ?? config.timeout,
    maxRetries: body?.once ? 0 : (options.maxRetries ?? config.maxRetries),
    signal: options.signal,
  }
}

function prepareHeaders(config: Config, operation: Operation, options: RequestOptions): Headers {
  try {
    return createHeaders(config, operation, options)
  } catch (error) {
    if (error instanceof PowerPostError) throw error
    throw new PowerPostError({ code: 'INVALID_ARGUMENT', message: 'A header is none.', cause: error })
  }
}

function createHeaders(config: Config, { method, workspace = true }: Operation, options: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json', ...config.defaultHeaders, ...options.headers })
  headers.set('x-api-key', config.apiKey)
  if (workspace) headers.set('x-workspace-id', findWorkspace(config, options))
  // Made here, once a call: every attempt carries the same.
  if (method === 'POST') headers.set('idempotency-key', options.idempotencyKey ?? createKey())
  // Browsers name themselves, and would ask the server first whether another name is allowed.
  if (!isBrowser() && !headers.has('user-agent')) headers.set('user-agent', `powerpost-client/${VERSION}`)
  return headers
}

function findWorkspace(config: Config, options: RequestOptions): string {
  const workspaceId = options.workspaceId ?? config.workspaceId
  if (workspaceId) return workspaceId
  throw new PowerPostError({
    code: 'INVALID_ARGUMENT',
    message: 'This is done in a workspace: give `workspaceId`, or set POWERPOST_WORKSPACE_ID.',
  })
}

/** Random enough to be nobody else's. Not `randomUUID`, which pages that came by plain HTTP do not have. */
function createKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function createBody({ body, multipart }: Operation, options: RequestOptions): Promise<Body | undefined> {
  if (multipart) return createMultipart(multipart, options)
  if (body === undefined) return undefined
  const json = JSON.stringify(body)
  return { contentType: 'application/json', once: false, open: () => ({ body: json }) }
}
