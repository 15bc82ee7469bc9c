import { initContract } from '@ts-rest/core'
import { draftRoutes } from './draft-routes.ts'
import { publishingRoutes } from './publishing-routes.ts'

/** Drafts, and what becomes of them. */
export const postRoutes = initContract().router({ ...draftRoutes, ...publishingRoutes })
