import { z } from 'zod'

/** The header that carries the API key; `Authorization: Bearer KEY` does as well. */
export const API_KEY_HEADER = 'x-api-key'

/** The header that names the workspace a request is about. */
export const WORKSPACE_HEADER = 'x-workspace-id'

/** The header that names a request: a caller's own well-formed one is kept, else the server makes one. */
export const REQUEST_ID_HEADER = 'x-request-id'

export const workspaceIdSchema = z
  .guid({ error: 'must be the UUID of one of your workspaces' })
  .meta({ description: 'The workspace the request is about.', examples: ['0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'] })

/** Needed on everything except `/account/*`. */
export const workspaceHeaders = { [WORKSPACE_HEADER]: workspaceIdSchema } as const

/** A request id we keep: 1-128 characters that are safe in a header and in a log line. */
export const requestIdSchema = z.string().regex(/^[A-Za-z0-9._:-]{1,128}$/)
