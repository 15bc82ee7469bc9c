import { initContract } from '@ts-rest/core'
import { accountRoutes } from './account/routes.ts'
import { API_BASE_PATH } from './common/base-path.ts'
import { brandRoutes } from './brand/routes.ts'
import { connectionRoutes } from './connections/routes.ts'
import { contentRoutes } from './content/routes.ts'
import { imageRoutes } from './images/routes.ts'
import { mediaRoutes } from './media/routes.ts'
import { platformInfoRoutes } from './platform-info/routes.ts'
import { postRoutes } from './posts/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { writingStyleRoutes } from './writing-styles/routes.ts'

/** Every operation of the API. The server, the client and the OpenAPI document come from it. */
export const contract = initContract().router(
  {
    content: contentRoutes,
    media: mediaRoutes,
    images: imageRoutes,
    posts: postRoutes,
    connections: connectionRoutes,
    platforms: platformInfoRoutes,
    account: accountRoutes,
    brand: brandRoutes,
    writingStyles: writingStyleRoutes,
    webhooks: webhookRoutes,
  },
  { pathPrefix: API_BASE_PATH, strictStatusCodes: true },
)

export type Contract = typeof contract
