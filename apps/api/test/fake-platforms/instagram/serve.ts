import { createHmac } from 'node:crypto'
import { serveContainer, serveCreate } from './containers.ts'
import type { FetchMedia } from './fetch-media.ts'
import type { InstagramApp } from './oauth.ts'
import { serveCode, serveExchange, serveRefresh } from './oauth.ts'
import { serveComment, serveLimit, serveList, servePost, servePublish } from './posts.ts'
import type { InstagramAddresses, Target } from './requests.ts'
import { nameOf, readForm } from './requests.ts'
import type { InstagramAccess, InstagramReply, InstagramState } from './state.ts'
import { complain, graphError } from './state.ts'
import { serveUpload } from './upload.ts'

interface Serving {
  readonly state: InstagramState
  readonly app: InstagramApp
  readonly facebookSecret: string
  readonly fetchMedia: FetchMedia
  readonly target: Target
  readonly addresses: InstagramAddresses
}

const VERSION = 'v26.0'

export async function serveRequest(serving: Serving): Promise<InstagramReply> {
  const { state, app, target } = serving
  const { host, path, query, request, method } = target
  if (host === 'api.instagram.com') return serveCode(state, app, request, await readAll(request))
  if (host === 'graph.instagram.com' && method === 'GET' && path[0] === 'access_token') {
    return serveExchange(state, app, query)
  }
  if (host === 'graph.instagram.com' && method === 'GET' && path[0] === 'refresh_access_token') {
    return serveRefresh(state, query)
  }
  if (query.has('access_token')) return complain(state, 'a token in the address')
  const access = findAccess(serving)
  if ('status' in access) return access
  if (host === 'rupload.facebook.com') return serveSent(serving, access)
  if (target.version !== VERSION) return complain(state, `version ${target.version}`)
  const { refuse } = state.manner
  if (refuse.times > 0) {
    refuse.times -= 1
    return graphError(refuse.code, refuse.subcode)
  }
  return method === 'POST' ? servePosted(serving, access) : serveRead(serving, access)
}

/** Whose token it is. Each host takes its own tokens alone. */
function findAccess({ state, facebookSecret, target }: Serving): InstagramAccess | InstagramReply {
  const { host, query, request } = target
  const scheme = host === 'rupload.facebook.com' ? 'OAuth' : 'Bearer'
  const [, token = ''] = new RegExp(`^${scheme} (\\S+)$`).exec(request.headers.authorization ?? '') ?? []
  const access = state.access.get(token)
  const isPage = access?.kind === 'page'
  if (!access || state.refused.has(token) || access.endsAt <= state.now()) {
    return graphError(190, undefined, 'Invalid OAuth access token', 401)
  }
  if (isPage === (host === 'graph.instagram.com')) {
    state.complaints.push(`a token of ${access.kind} at ${host}`)
    return graphError(190, undefined, 'Cannot parse access token', 400)
  }
  const proof = query.get('appsecret_proof')
  if (isPage && proof !== null && proof !== createHmac('sha256', facebookSecret).update(token).digest('hex')) {
    return graphError(100, undefined, 'Invalid appsecret_proof provided in the API argument')
  }
  query.delete('appsecret_proof')
  return access
}

async function servePosted(serving: Serving, access: InstagramAccess): Promise<InstagramReply> {
  const { state, fetchMedia, target, addresses } = serving
  const form = await readForm(target)
  if (!form) return complain(state, `${nameOf(target)}: no form`)
  switch (edgeOf(serving, access)) {
    case 'media': {
      if (!may(access, 'content_publish')) return denied('content_publish')
      const takesUploads = access.kind === 'page'
      return serveCreate({ state, access, fields: form, fetchMedia, takesUploads, uploadUrl: addresses.upload })
    }
    case 'media_publish':
      return may(access, 'content_publish') ? servePublish(state, access, form) : denied('content_publish')
    default:
  }
  const post = state.posts.find(({ id }) => id === target.path[0])
  if (post?.userId === access.userId && target.path[1] === 'comments') {
    return may(access, 'manage_comments') ? serveComment(state, post, form) : denied('manage_comments')
  }
  return complain(state, `no route ${nameOf(target)}`)
}

async function serveRead(serving: Serving, access: InstagramAccess): Promise<InstagramReply> {
  const { state, target } = serving
  const { path, query } = target
  switch (edgeOf(serving, access)) {
    case '':
      return serveMe(state, access, query)
    case 'media':
      return serveList(state, access, query, false)
    case 'stories':
      return serveList(state, access, query, true)
    case 'content_publishing_limit':
      return serveLimit(state, access, query)
    default:
  }
  const container = state.containers.get(path[0] ?? '')
  if (container?.userId === access.userId && path.length === 1) return serveContainer(state, container, query)
  const post = state.posts.find(({ id }) => id === path[0])
  if (post?.userId === access.userId && path.length === 1) return servePost(state, post, query)
  return graphError(100, 33, 'Unsupported get request')
}

/** The edge of the account that is asked for. With a page's token `me` is the page, not the account. */
function edgeOf({ target }: Serving, { kind, userId }: InstagramAccess): string | undefined {
  const [first, edge = ''] = target.path
  const isAccount = first === userId || (first === 'me' && kind !== 'page')
  return isAccount ? edge : undefined
}

function serveMe(state: InstagramState, { userId }: InstagramAccess, query: URLSearchParams): InstagramReply {
  if (query.get('fields') !== 'user_id,username,account_type,profile_picture_url') return complain(state, 'me: fields')
  const profile_picture_url = 'https://scontent.cdninstagram.com/v/t51/picture.jpg'
  const username = state.users.get(userId)
  return { status: 200, body: { id: '26', user_id: userId, username, account_type: 'BUSINESS', profile_picture_url } }
}

async function serveSent({ state, target }: Serving, access: InstagramAccess): Promise<InstagramReply> {
  const [root, version, id = ''] = [target.path[0], target.path[1], target.path[2]]
  const container = state.containers.get(id)
  if (root !== 'ig-api-upload' || version !== VERSION) return complain(state, `upload: ${target.path.join('/')}`)
  if (container?.userId !== access.userId) return graphError(100, 33, 'Unsupported post request')
  return serveUpload(state, container, target.request)
}

function may({ scopes }: InstagramAccess, end: string): boolean {
  return scopes.some((scope) => scope.startsWith('instagram_') && scope.endsWith(end))
}

function denied(end: string): InstagramReply {
  const message = `(#10) Application does not have permission: instagram_business_${end}`
  return graphError(10, undefined, message, 403)
}

async function readAll(request: Target['request']): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
