import { WORKSPACE_HEADER, workspaceIdSchema } from '@powerpost/contract'
import type { Request } from 'express'

/** The workspace that a request names, whichever account it belongs to. Undefined: none, or nothing that could be one. */
export function namedWorkspaceOf(request: Request): string | undefined {
  return workspaceIdSchema.safeParse(request.headers[WORKSPACE_HEADER]).data?.toLowerCase()
}
