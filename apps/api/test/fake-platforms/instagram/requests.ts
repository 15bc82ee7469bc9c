import type { IncomingMessage } from 'node:http'
import type { FaultyStep } from '#platforms/testing/faults.ts'
import type { InstagramState } from './state.ts'

/** The addresses of one fake Meta: each host is a path of one server. */
export interface InstagramAddresses {
  readonly authorize: string
  readonly token: string
  /** `graph.instagram.com`. */
  readonly api: string
  /** `graph.facebook.com`, for tokens of pages. */
  readonly pages: string
  /** `rupload.facebook.com`. */
  readonly upload: string
}

/** What a request is for. */
export interface Target {
  readonly request: IncomingMessage
  readonly method: string
  readonly host: string
  /** Undefined where the address has none. */
  readonly version: string | undefined
  /** Without host and version. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** What the first part of the path is. */
  readonly node: 'me' | 'user' | 'container' | 'media' | undefined
}

export function targetOf(request: IncomingMessage, state: InstagramState): Target {
  const url = new URL(request.url ?? '', 'http://meta')
  const [, host = '', ...parts] = url.pathname.split('/')
  const version = /^v\d+\.\d+$/.test(parts[0] ?? '') ? parts[0] : undefined
  const path = version === undefined ? parts : parts.slice(1)
  const node = nodeOf(path[0] ?? '', state)
  return { request, method: request.method ?? '', host, version, path, query: url.searchParams, node }
}

function nodeOf(first: string, state: InstagramState): Target['node'] {
  if (first === 'me') return 'me'
  if (state.users.has(first)) return 'user'
  if (state.containers.has(first)) return 'container'
  return state.posts.some(({ id }) => id === first) ? 'media' : undefined
}

/** E.g. `GET /:container`. */
export function nameOf({ method, host, path, node }: Target): string {
  if (host === 'rupload.facebook.com') return `${method} /ig-api-upload`
  const [first = '', ...rest] = path
  const shown = node === undefined || node === 'me' ? first : `:${node}`
  return `${method} /${[shown, ...rest].join('/')}`
}

export function stepOf(name: string): FaultyStep | undefined {
  if (/^POST .*\/media_publish$/.test(name)) return 'publish'
  if (/^GET .*\/(?:media|stories)$/.test(name)) return 'look up'
  if (/^POST .*\/media$/.test(name) || /^GET \/:container$/.test(name) || name.endsWith('/ig-api-upload'))
    return 'prepare'
  if (name.endsWith('/content_publishing_limit')) return 'prepare'
  return name.endsWith('/comments') ? 'comment' : undefined
}

/** The fields of a form. Undefined: it is none. */
export async function readForm({ request }: Target): Promise<Record<string, string> | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return undefined
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
}
