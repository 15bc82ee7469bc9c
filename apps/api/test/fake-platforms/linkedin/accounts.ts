import type { LinkedInAccess, LinkedInReply, LinkedInState } from './state.ts'
import { complain, failed } from './state.ts'

const PAGE = 100

/** `GET /v2/userinfo`, OpenID Connect's. */
export function serveUserinfo(state: LinkedInState, { memberId, scopes }: LinkedInAccess): LinkedInReply {
  if (!scopes.includes('openid')) return failed(403, 'ACCESS_DENIED', 'Not enough permissions to access: userinfo.GET')
  const name = state.members.get(memberId)
  const picture = 'https://media.licdn.com/dms/image/picture.jpg'
  return { status: 200, body: { sub: memberId, name, ...(scopes.includes('profile') && { picture }) } }
}

/** `GET /v2/me`, of an app without OpenID Connect. */
export function serveMe(state: LinkedInState, { memberId, scopes }: LinkedInAccess): LinkedInReply {
  if (!scopes.includes('r_basicprofile'))
    return failed(403, 'ACCESS_DENIED', 'Not enough permissions to access: me.GET')
  const [localizedFirstName, localizedLastName] = (state.members.get(memberId) ?? '').split(' ')
  return { status: 200, body: { id: memberId, localizedFirstName, localizedLastName } }
}

/** `GET /rest/organizationAcls?q=roleAssignee`: the roles of the member. */
export function serveRoles(state: LinkedInState, { memberId }: LinkedInAccess, query: URLSearchParams): LinkedInReply {
  const [start, count] = [Number(query.get('start') ?? 0), Number(query.get('count') ?? 10)]
  if (query.get('q') !== 'roleAssignee' || count > PAGE) return complain(state, `roles: ${query}`)
  const wanted = query.get('state')
  const all = state.roles.filter((one) => one.memberId === memberId && (wanted === null || one.state === wanted))
  const elements = all.slice(start, start + count).map(({ organizationId, role, state: roleState }) => ({
    role,
    state: roleState,
    organization: `urn:li:organization:${organizationId}`,
    roleAssignee: `urn:li:person:${memberId}`,
  }))
  const links =
    start + count < all.length ? [{ rel: 'next', type: 'application/json', href: '/rest/organizationAcls' }] : []
  return { status: 200, body: { paging: { start, count, links }, elements } }
}

/** `GET /rest/organizationsLookup?ids=List(1,2)`. */
export function serveOrganizations(state: LinkedInState, query: URLSearchParams): LinkedInReply {
  const ids = /^List\((\d+(?:,\d+)*)\)$/.exec(query.get('ids') ?? '')?.[1]?.split(',')
  if (!ids) return complain(state, `organizations: ${query}`)
  const results = ids.flatMap((id) => {
    const localizedName = state.organizations.get(id)
    return localizedName === undefined ? [] : [[id, { id: Number(id), localizedName, vanityName: `v${id}` }]]
  })
  return { status: 200, body: { results: Object.fromEntries(results), statuses: {}, errors: {} } }
}
