import type { IncomingMessage } from 'node:http'
import { serveMe, serveOrganizations, serveRoles, serveUserinfo } from './accounts.ts'
import { serveAsset, serveFinalize, serveInitialize, serveUpload } from './assets.ts'
import type { LinkedInApp } from './oauth.ts'
import { serveToken } from './oauth.ts'
import { serveComment, serveCreatePost, serveListPosts } from './posts.ts'
import type { LinkedInAccess, LinkedInAsset, LinkedInReply, LinkedInState } from './state.ts'
import { complain, failed } from './state.ts'

export interface Serving {
  readonly state: LinkedInState
  readonly app: LinkedInApp
  readonly request: IncomingMessage
  readonly url: URL
  readonly body: Buffer
  readonly origin: string
  readonly partBytes: number
}

const ASSET_KINDS: Readonly<Record<string, LinkedInAsset['kind']>> = {
  images: 'image',
  videos: 'video',
  documents: 'document',
}

const POSTING_ROLES = ['ADMINISTRATOR', 'CONTENT_ADMIN', 'DIRECT_SPONSORED_CONTENT_POSTER']

/** What a request is called: ids left out. */
export function nameOf(method: string, { pathname, searchParams }: URL): string {
  const path = pathname.replace(/^\/dms-uploads\/.*/, '/dms-uploads').replaceAll(/\/urn(?:%3A|:)[^/]+/g, '/:urn')
  const action = searchParams.get('action')
  return `${method} ${path}${action === null ? '' : `?action=${action}`}`
}

export function serveRequest(serving: Serving): LinkedInReply {
  const { state, app, request, url, body } = serving
  const { pathname: path } = url
  if (request.method === 'POST' && path === '/oauth/v2/accessToken') return serveToken(state, app, request, body)
  const access = findAccess(state, request)
  if (path.startsWith('/dms-uploads/')) {
    if (request.method !== 'PUT') return complain(state, `upload by ${request.method}`)
    return serveUpload(state, { path, request, body, isGoodToken: !('status' in access) })
  }
  if ('status' in access) return access
  if (path === '/v2/userinfo') return serveUserinfo(state, access)
  if (path === '/v2/me') return serveMe(state, access)
  if (!path.startsWith('/rest/')) return complain(state, `no route ${path}`)
  return refuseHeaders(serving) ?? state.manner.refusals.shift() ?? serveRest(serving, access)
}

function findAccess(state: LinkedInState, request: IncomingMessage): LinkedInAccess | LinkedInReply {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const access = state.access.get(token)
  if (!access) return failed(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', { serviceErrorCode: 65600 })
  if (state.refused.has(token)) return failed(401, 'REVOKED_ACCESS_TOKEN', 'revoked', { serviceErrorCode: 65601 })
  if (access.endsAt <= state.now()) return failed(401, 'EXPIRED_ACCESS_TOKEN', 'expired', { serviceErrorCode: 65602 })
  return access
}

function refuseHeaders({ state, request, url, body }: Serving): LinkedInReply | undefined {
  const { headers } = request
  const version = headers['linkedin-version']
  if (version === undefined) return complain(state, 'no Linkedin-Version')
  if (!state.manner.versions.includes(String(version))) {
    return failed(426, 'NONEXISTENT_VERSION', `Requested version ${String(version)}01 is not active`)
  }
  if (headers['x-restli-protocol-version'] !== '2.0.0') return complain(state, 'no X-Restli-Protocol-Version')
  if (body.length > 0 && headers['content-type'] !== 'application/json')
    return complain(state, `${url.pathname}: no JSON`)
  return undefined
}

function serveRest(serving: Serving, access: LinkedInAccess): LinkedInReply {
  const { state, request, url, body, origin, partBytes } = serving
  const { searchParams: query } = url
  const [, , resource = '', encoded = '', edge] = url.pathname.split('/')
  const id = decodeURIComponent(encoded)
  const mayPostAs = (urn: string) => mayPost(state, access, urn)
  const json = request.method === 'POST' ? parse(body) : undefined
  const kind = ASSET_KINDS[resource]
  switch (`${request.method} ${resource}${edge === undefined ? '' : `/${edge}`}`) {
    case 'GET organizationAcls':
      return access.scopes.includes('rw_organization_admin')
        ? serveRoles(state, access, query)
        : failed(403, 'ACCESS_DENIED')
    case 'GET organizationsLookup':
      return access.scopes.includes('rw_organization_admin')
        ? serveOrganizations(state, query)
        : failed(403, 'ACCESS_DENIED')
    case 'POST posts':
      return serveCreatePost(state, json, mayPostAs)
    case 'GET posts':
      return serveListPosts(state, query, mayPostAs)
    case 'POST socialActions/comments':
      return serveComment(state, { id, json, mayPostAs })
    default:
  }
  if (!kind) return complain(state, `no route ${nameOf(request.method ?? '', url)}`)
  if (request.method === 'GET') return serveAsset(state, id, mayPostAs)
  if (query.get('action') === 'finalizeUpload' && kind === 'video') return serveFinalize(state, json, mayPostAs)
  if (query.get('action') !== 'initializeUpload') return complain(state, `action ${query.get('action')}`)
  return serveInitialize(state, { kind, json, mayPostAs, uploadUrl: origin, partBytes })
}

function mayPost({ roles }: LinkedInState, { memberId, scopes }: LinkedInAccess, urn: string): boolean {
  if (urn === `urn:li:person:${memberId}`) return scopes.includes('w_member_social')
  if (!scopes.includes('w_organization_social')) return false
  return roles.some(
    ({ memberId: of, organizationId, role, state }) =>
      of === memberId &&
      urn === `urn:li:organization:${organizationId}` &&
      state === 'APPROVED' &&
      POSTING_ROLES.includes(role),
  )
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
