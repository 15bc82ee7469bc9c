import { API_BASE_PATH } from '../generated/base-path.ts'
import { invalidArgument } from '../errors/invalid-argument.ts'
import { PowerPostError } from '../errors/powerpost-error.ts'
import { VERSION } from '../version.ts'
import type { Config } from './config.ts'
import { readKey } from './config.ts'
import type { Operation } from './operation.ts'
import type { RequestOptions } from './options.ts'
import { toQueryString } from './path.ts'
import { isBrowser } from './platform.ts'
import { createKey } from './random.ts'
import type { Body } from './upload/body.ts'

/** A request that can be sent, as often as its body can be read. */
export interface PreparedRequest {
  readonly method: Operation['method']
  readonly url: string
  readonly headers: Headers
  readonly body: Body | undefined
  readonly timeout: number
  readonly maxRetries: number
  readonly signal: AbortSignal | undefined
  readonly fetchOptions: RequestInit
}

export async function prepareRequest(
  config: Config,
  operation: Operation,
  options: RequestOptions,
): Promise<PreparedRequest> {
  const headers = prepareHeaders(config, operation, options)
  headers.set('x-api-key', await readKey(config))
  const body = await createBody(operation, options)
  if (body) headers.set('content-type', body.contentType)
  return {
    method: operation.method,
    url: config.baseUrl + API_BASE_PATH + operation.path + toQueryString(operation.query),
    headers,
    body,
    timeout: options.timeout ?? config.timeout,
    maxRetries: body?.once ? 0 : (options.maxRetries ?? config.maxRetries),
    signal: options.signal,
    fetchOptions: { ...config.fetchOptions, ...options.fetchOptions },
  }
}

function prepareHeaders(config: Config, operation: Operation, options: RequestOptions): Headers {
  try {
    return createHeaders(config, operation, options)
  } catch (error) {
    if (error instanceof PowerPostError) throw error
    throw invalidArgument('A header has a name or a value that no header can have.', error)
  }
}

function createHeaders(config: Config, { method, workspace = true }: Operation, options: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json', ...config.defaultHeaders, ...options.headers })
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
  throw invalidArgument('This is done in a workspace: give `workspaceId`, or set POWERPOST_WORKSPACE_ID.')
}

async function createBody({ body, multipart }: Operation, options: RequestOptions): Promise<Body | undefined> {
  if (multipart) {
    // Loaded when it is needed: most programs never upload anything.
    const { createMultipart } = await import('./upload/multipart.ts')
    return createMultipart(multipart, options)
  }
  if (body === undefined) return undefined
  const json = JSON.stringify(body)
  return { contentType: 'application/json', once: false, open: () => ({ body: json }) }
}
