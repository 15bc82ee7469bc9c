import type { PlatformAdapter } from '../port.ts'
import { PlatformError } from '../port.ts'
import { askOrganizations } from './accounts.ts'
import type { LinkedInApi } from './api.ts'

/** The organizations that the member behind a connection may post for, with the role at each. */
export function createChoices(api: LinkedInApi): NonNullable<PlatformAdapter['choices']> {
  return {
    async organizations(options) {
      const found = await askOrganizations((schema, request) => api.ask(schema, request, options)).catch(explain)
      return found.map(({ id, name, role }) => {
        return { value: `urn:li:organization:${id}`, label: name, description: role }
      })
    },
  }
}

/** A connection without the permissions of organizations can post all the same: it does not end by it. */
function explain(error: unknown): never {
  if (!(error instanceof PlatformError) || !error.platformError?.startsWith('403')) throw error
  const message =
    'LinkedIn shows organizations only with the permissions for them: the operator of this server sets POWERPOST_LINKEDIN_SCOPES, and the account is connected again.'
  throw new PlatformError('never', message, { cause: error, platformError: error.platformError })
}
