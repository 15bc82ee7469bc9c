import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FaultyStep } from '../../testing/faults.ts'
import type { GraphReply, GraphState, GraphToken } from './graph-state.ts'
import { graphError, TOKEN_REFUSED } from './graph-state.ts'

/** A request to the fake Graph API, read. */
export interface GraphCall {
  readonly host: string
  /** Ids and the version left out, e.g. `POST /:id/feed`. */
  readonly name: string
  /** The first id of the path. */
  readonly id: string
  readonly path: string
  /** Of the address and of the form together. */
  readonly fields: URLSearchParams
  readonly file: File | undefined
  readonly request: IncomingMessage
  readonly body: Buffer
  /** Absent: none was sent. */
  readonly token: GraphToken | undefined
}

/** What the fake Graph API serves: strict about its host, token, permissions and fields. */
export interface GraphRoute {
  /** As Meta calls it, e.g. `graph.facebook.com`. */
  readonly host: string
  /** E.g. `POST /:id/feed`. */
  readonly name: string
  /** What it is for, in the plan of faults. */
  readonly step?: FaultyStep | ((call: GraphCall) => FaultyStep | undefined)
  /** How its token is sent. @default 'Bearer' */
  readonly token?: 'Bearer' | 'OAuth' | 'none'
  /** Permissions that it needs. */
  readonly scopes?: readonly string[]
  /** Fields that it takes. Absent: it looks itself. */
  readonly fields?: readonly string[]
  /** Whether its address has no version. @default false */
  readonly unversioned?: boolean
  readonly serve: (call: GraphCall) => GraphReply | Promise<GraphReply>
}

interface ReadOptions {
  readonly host: string
  readonly version: string
  readonly state: GraphState
}

/** Reads a request; `isVersioned` says whether the version that is expected stands in its address. */
export async function readCall(
  request: IncomingMessage,
  { host, version, state }: ReadOptions,
): Promise<GraphCall & { readonly isVersioned: boolean }> {
  const url = new URL(request.url ?? '', `http://${host}`)
  const segments = url.pathname.split('/')
  const isVersioned = segments.includes(version)
  const path = segments.filter((segment) => segment !== version).join('/')
  const body = await readAll(request)
  const fields = new URLSearchParams(url.searchParams)
  const type = request.headers['content-type'] ?? ''
  let file: File | undefined
  if (type === 'application/x-www-form-urlencoded') {
    for (const [name, value] of new URLSearchParams(body.toString())) fields.append(name, value)
  } else if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    for (const [name, value] of form) {
      if (typeof value === 'string') fields.append(name, value)
      else file = value as File
    }
  }
  const sent = /^(?:Bearer|OAuth) (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const name = `${request.method} ${path.replaceAll(/\/[\d_]+(?=\/|$)/g, '/:id')}`
  const id = /\/([\d_]+)(?=\/|$)/.exec(path)?.[1] ?? ''
  return { host, name, id, path, fields, file, request, body, token: state.tokens.get(sent), isVersioned }
}

/** What Meta refuses before it looks at what is asked for; undefined: nothing. */
export function refuseCall(
  call: GraphCall & { readonly isVersioned: boolean },
  route: GraphRoute,
  { state, appSecret }: { readonly state: GraphState; readonly appSecret: string | undefined },
): GraphReply | undefined {
  const { name, fields, token, request } = call
  if (!call.isVersioned && route.unversioned !== true) return state.complain(`${name}: the version`)
  const [scheme = '', sent = ''] = (request.headers.authorization ?? '').split(' ')
  const expected = route.token ?? 'Bearer'
  if (expected !== 'none') {
    if (scheme !== expected) return state.complain(`${name}: the token is not sent as ${expected}`)
    if (!token || state.refused.has(sent) || token.endsAt <= state.now()) return TOKEN_REFUSED
    const missing = route.scopes?.find((scope) => !token.scopes.includes(scope))
    if (missing !== undefined) {
      return graphError(200, { message: `(#200) Requires ${missing} permission to manage the object`, status: 403 })
    }
  }
  const proof = fields.get('appsecret_proof')
  fields.delete('appsecret_proof')
  if (proof !== null && (appSecret === undefined || proof !== proofOf(sent, appSecret))) {
    return state.complain(`${name}: Invalid appsecret_proof provided in the API argument`)
  }
  const unknown = [...fields.keys()].find((field) => route.fields && !isKnown(field, route.fields))
  if (unknown !== undefined) return state.complain(`${name}: the field ${unknown}`)
  return undefined
}

/** `attached_media` covers `attached_media[0]`. */
function isKnown(field: string, known: readonly string[]): boolean {
  return known.includes(field.replace(/\[\d+\]$/, ''))
}

function proofOf(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex')
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
