import type { AccessStore } from '#shared/access-store.ts'
import type { AppError } from '#shared/app-error.ts'
import { foreignWorkspace, insufficientScope, invalidField } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import { principalOf, setWorkspace } from '#shared/principal.ts'
import { operationOf } from '#shared/router.ts'
import type { Operation } from '@powerpost/contract'
import { WORKSPACE_HEADER } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { Request, RequestHandler, Response } from 'express'
import { namedWorkspaceOf } from './named-workspace.ts'

/** Refuses what the caller may not do: in another's workspace, or without the scope. Behind authentication. */
export function authorize(store: AccessStore): RequestHandler {
  return async (request, response, next) => {
    const operation = operationOf(request)
    const principal = principalOf(response)
    if (operation.workspace) setWorkspace(response.locals, await findWorkspace(store, request, response))
    refuseMissingScope(principal, operation)
    next()
  }
}

async function findWorkspace(store: AccessStore, request: Request, response: Response): Promise<string> {
  const principal = principalOf(response)
  const workspaceId = namedWorkspaceOf(request)
  if (workspaceId === undefined) {
    if (request.headers[WORKSPACE_HEADER] === undefined) throw await missingWorkspace(store, principal)
    throw invalidField('X-Workspace-Id', 'must be the UUID of one of your workspaces')
  }
  const allowed = principal.workspaceIds === null || principal.workspaceIds.includes(workspaceId)
  if (!allowed || response.locals.hasWorkspace !== true) throw foreignWorkspace()
  return workspaceId
}

/** Says what to send: the one workspace that the key reaches, or how to find them. */
async function missingWorkspace(store: AccessStore, { accountId, workspaceIds, scopes }: Principal): Promise<AppError> {
  const [first, second] = await store.findTwoWorkspaces(accountId, workspaceIds)
  if (first === undefined) return invalidField('X-Workspace-Id', 'is required, and this key reaches no workspace')
  if (second === undefined) {
    return invalidField('X-Workspace-Id', `is required: this key reaches one workspace, ${first}`)
  }
  const key = scopes.includes('account:read') ? '' : ' with a key that has the scope account:read'
  return invalidField('X-Workspace-Id', `is required: GET ${contract.account.workspaces.list.path}${key} lists yours`)
}

function refuseMissingScope(principal: Principal, { scope }: Operation): void {
  if (scope !== null && !principal.scopes.includes(scope)) throw insufficientScope(scope)
}
