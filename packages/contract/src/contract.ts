import { initContract } from '@ts-rest/core'
import { accountRoutes } from './account/routes.ts'
import { analyticsRoutes } from './analytics/routes.ts'
import { API_BASE_PATH } from './common/base-path.ts'
import { brandRoutes } from './brand/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { connectionRoutes } from './connections/routes.ts'
import { contentRoutes } from './content/routes.ts'
import { imageRoutes } from './images/routes.ts'
import { renditionRoutes } from './media/rendition-routes.ts'
import { mediaRoutes } from './media/routes.ts'
import { platformInfoRoutes } from './platform-info/routes.ts'
import { postRoutes } from './posts/routes.ts'
import { queueRoutes } from './queues/routes.ts'
import { videoRoutes } from './videos/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { writingStyleRoutes } from './writing-styles/routes.ts'

const c: ReturnType<typeof initContract> = initContract()

/** The routes by resource. Named, so that declarations refer to them: written out they are longer than TypeScript allows. */
interface Routes {
  content: typeof contentRoutes
  media: typeof mediaRoutes
  renditions: typeof renditionRoutes
  images: typeof imageRoutes
  videos: typeof videoRoutes
  posts: typeof postRoutes
  analytics: typeof analyticsRoutes
  queues: typeof queueRoutes
  calendar: typeof calendarRoutes
  connections: typeof connectionRoutes
  platforms: typeof platformInfoRoutes
  account: typeof accountRoutes
  brand: typeof brandRoutes
  writingStyles: typeof writingStyleRoutes
  webhooks: typeof webhookRoutes
}

interface Options {
  pathPrefix: typeof API_BASE_PATH
  strictStatusCodes: true
}

export type Contract = ReturnType<
  typeof c.router<{ [Name in keyof Routes]: Routes[Name] }, typeof API_BASE_PATH, Options>
>

/** Every operation of the API. The server, the client and the OpenAPI document come from it. */
export const contract: Contract = c.router(
  {
    content: contentRoutes,
    media: mediaRoutes,
    renditions: renditionRoutes,
    images: imageRoutes,
    videos: videoRoutes,
    posts: postRoutes,
    analytics: analyticsRoutes,
    queues: queueRoutes,
    calendar: calendarRoutes,
    connections: connectionRoutes,
    platforms: platformInfoRoutes,
    account: accountRoutes,
    brand: brandRoutes,
    writingStyles: writingStyleRoutes,
    webhooks: webhookRoutes,
  },
  { pathPrefix: API_BASE_PATH, strictStatusCodes: true },
)
