import { ASK_FOR_ANOTHER } from './link-access.ts'
import type { StoredRequest } from './connection-requests.repository.ts'
import { findRequestByState } from './connection-requests.repository.ts'
import type { FinishDependencies } from './finish-authorization.ts'
import { hashToken, openSecrets } from './request-secrets.ts'
import { redirectUriOf } from './start-authorization.ts'

export type SandboxSignIn =
  | { readonly open: true; readonly request: StoredRequest; readonly state: string }
  | { readonly open: false; readonly request?: StoredRequest; readonly why: string }

/** The sign-in of a link, as long as the link can be used. Changes nothing. */
export async function findSandboxSignIn(
  { db, clock }: Pick<FinishDependencies, 'db' | 'clock'>,
  state: string | undefined,
): Promise<SandboxSignIn> {
  const request = state === undefined ? undefined : await findRequestByState(db, hashToken(state))
  if (!request?.sandbox || state === undefined)
    return { open: false, why: `This link was not made by this server. ${ASK_FOR_ANOTHER}` }
  if (request.secrets === null) return { open: false, request, why: `This link was already used. ${ASK_FOR_ANOTHER}` }
  if (request.expires_at <= clock.now())
    return { open: false, request, why: `This link has expired. ${ASK_FOR_ANOTHER}` }
  return { open: true, request, state }
}

/** Where the sign-in sends the person, as a platform does: to the redirect address, with a code or an error. */
export function answerSandboxSignIn(
  dependencies: Pick<FinishDependencies, 'keyring' | 'platforms' | 'publicUrl'>,
  { request: { id, platform, secrets }, state }: Extract<SandboxSignIn, { open: true }>,
  allowed: boolean,
): string {
  const { keyring, platforms } = dependencies
  const code = () => {
    const { codeVerifier } = openSecrets(secrets ?? '', { keyring, requestId: id })
    return platforms.sandboxConnector(platform).signInCode(codeVerifier)
  }
  const answer = allowed ? { state, code: code() } : { state, error: 'access_denied' }
  return `${redirectUriOf(dependencies)}?${new URLSearchParams(answer)}`
}
