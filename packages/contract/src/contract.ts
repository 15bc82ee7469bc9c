import { initContract } from '@ts-rest/core'
import { accountRoutes } from './account/index.ts'
import { contentRoutes } from './content/index.ts'
import { mediaRoutes } from './media/index.ts'
import { writingStyleRoutes } from './writing-styles/index.ts'

/** Where every operation of the contract stands. */
export const API_BASE_PATH = '/api/v1'

/** Every operation of the API. The server, the client and the OpenAPI document come from it. */
export const contract = initContract().router(
  { content: contentRoutes, media: mediaRoutes, account: accountRoutes, writingStyles: writingStyleRoutes },
  { pathPrefix: API_BASE_PATH, strictStatusCodes: true },
)

export type Contract = typeof contract
