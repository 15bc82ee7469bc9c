import type { PlatformAccount } from '../port.ts'
import type { z } from 'zod'
import type { ApiRequest } from './api.ts'
import { PATHS, POSTING_ROLES } from './endpoints.ts'
import { LIMITS } from './limits.ts'
import { meSchema, organizationsSchema, rolesSchema, userinfoSchema } from './wire.ts'

/** Asks LinkedIn with the token of a sign-in. */
export type Ask = <T>(schema: z.ZodType<T>, request: ApiRequest) => Promise<T>

/** The member who signed in. An app without OpenID Connect has another page about members. */
export async function askMember(ask: Ask, scopes: readonly string[]): Promise<PlatformAccount> {
  if (scopes.includes('openid')) {
    const { sub, name, picture } = await ask(userinfoSchema, { method: 'GET', path: PATHS.userinfo })
    const isPicture = picture?.startsWith('https://') ?? false
    const pictureUrl = isPicture && picture !== undefined ? { pictureUrl: picture } : {}
    return { platformAccountId: sub, displayName: name || sub, kind: 'profile', ...pictureUrl }
  }
  const { id, localizedFirstName, localizedLastName } = await ask(meSchema, { method: 'GET', path: PATHS.me })
  return {
    platformAccountId: id,
    displayName: `${localizedFirstName} ${localizedLastName}`.trim() || id,
    kind: 'profile',
  }
}

const ORGANIZATION = /^urn:li:organization(?:Brand)?:(\d+)$/

/** An organization that a member may post for. */
export interface Organization {
  readonly id: string
  readonly name: string
  readonly role: string
}

/**
 * The organizations that the member may post for:
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 */
export async function askOrganizations(ask: Ask): Promise<readonly Organization[]> {
  const roles = new Map<string, string>()
  for (let page = 0; page < LIMITS.rolePages; page += 1) {
    const start = page * LIMITS.rolesPerPage
    const query = `q=roleAssignee&state=APPROVED&start=${start}&count=${LIMITS.rolesPerPage}`
    const request = { method: 'GET', path: PATHS.organizationAcls, query, restMethod: 'FINDER' } as const
    const { elements, paging } = await ask(rolesSchema, request)
    for (const { role = '', state, organization = '' } of elements) {
      const id = ORGANIZATION.exec(organization)?.[1]
      if (id !== undefined && state === 'APPROVED' && POSTING_ROLES.includes(role)) roles.set(id, role)
    }
    if (!(paging?.links.some(({ rel }) => rel === 'next') ?? false)) break
  }
  if (roles.size === 0) return []
  const query = `ids=List(${[...roles.keys()].join(',')})`
  const request = { method: 'GET', path: PATHS.organizations, query, restMethod: 'BATCH_GET' } as const
  const { results } = await ask(organizationsSchema, request)
  return Array.from(roles, ([id, role]) => ({ id, role, name: results[id]?.localizedName || `Organization ${id}` }))
}

export function toAccount({ id, name }: Organization): PlatformAccount {
  return { platformAccountId: id, displayName: name, kind: 'organization' }
}
