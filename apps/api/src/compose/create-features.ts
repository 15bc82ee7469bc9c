import type { OwnerNamingMedia, OwnersWith } from '#db/inventory.ts'
import type { RunKind } from '#db/types.ts'
import { createAccount } from '#features/account/index.ts'
import { createAnalytics } from '#features/analytics/index.ts'
import { createApiKeys } from '#features/api-keys/index.ts'
import { createAudit } from '#features/audit/index.ts'
import { createBrand } from '#features/brand/index.ts'
import { createCalendar } from '#features/calendar/index.ts'
import { createConnections } from '#features/connections/index.ts'
import { createContent } from '#features/content/index.ts'
import type { Feature, FindMediumUse, PurgeInBatches, PurgeRows, RequiredFeatures } from '#features/feature.ts'
import { createPauses } from '#features/pauses/index.ts'
import { createIdempotency } from '#features/idempotency/index.ts'
import { createImages } from '#features/images/index.ts'
import { createMedia } from '#features/media/index.ts'
import { createPlatforms } from '#features/platforms/index.ts'
import { createPosts } from '#features/posts/index.ts'
import { createPublishing } from '#features/publishing/index.ts'
import { createQueues } from '#features/queues/index.ts'
import { createQuotas } from '#features/quotas/index.ts'
import type { RunKindHandler } from '#features/runs/index.ts'
import { createRuns } from '#features/runs/index.ts'
import { createVideos } from '#features/videos/index.ts'
import { createWebhooks } from '#features/webhooks/index.ts'
import { createWorkspaces } from '#features/workspaces/index.ts'
import { createWritingStyles } from '#features/writing-styles/index.ts'
import type { Parts } from './parts.ts'

/** Every feature. One that is left out does not compile: its routes, jobs and tables are missing somewhere. */
export function createFeatures(parts: Parts) {
  const content = createContent(parts)
  const images = createImages(parts)
  const videos = createVideos(parts)
  const posts = createPosts(parts)
  const runKinds: Record<RunKind, RunKindHandler> = {
    captions: content.runHandler,
    images: images.runHandler,
    videos: videos.runHandler,
  }
  const uses: Record<OwnerNamingMedia, FindMediumUse> = {
    content: content.findMediumUse,
    images: images.findMediumUse,
    videos: videos.findMediumUse,
    posts: posts.findMediumUse,
  }
  const media = createMedia({ ...parts, uses: Object.values(uses) })
  const brand = createBrand(parts)
  const writingStyles = createWritingStyles({ ...parts, findPostedTexts: posts.findPostedTexts })
  const queues = createQueues(parts)
  const calendar = createCalendar(parts)
  const connections = createConnections(parts)
  const webhooks = createWebhooks(parts)
  // In this order. Posts name generations, media and connections; media are named by all others.
  const inBatches: Record<OwnersWith<{ purge: 'in batches' }>, PurgeInBatches> = {
    posts: posts.purgeInBatches,
    content: content.purgeInBatches,
    images: images.purgeInBatches,
    videos: videos.purgeInBatches,
    media: media.purgeInBatches,
    webhooks: webhooks.purgeInBatches,
  }
  const atTheEnd: Record<OwnersWith<{ purge: 'at the end' }>, PurgeRows> = {
    brand: brand.purgeRows,
    calendar: calendar.purgeRows,
    'writing-styles': writingStyles.purgeRows,
    connections: connections.purgeRows,
    queues: queues.purgeRows,
    webhooks: webhooks.purgeRows,
  }
  const purge = { inBatches: Object.values(inBatches), atTheEnd: Object.values(atTheEnd) }
  return {
    account: createAccount(parts),
    'api-keys': createApiKeys(parts),
    workspaces: createWorkspaces({ ...parts, purge }),
    audit: createAudit(parts),
    idempotency: createIdempotency(parts),
    runs: createRuns({ ...parts, runKinds }),
    content,
    images,
    videos,
    media,
    posts,
    analytics: createAnalytics(parts),
    calendar,
    brand,
    'writing-styles': writingStyles,
    connections,
    queues,
    webhooks,
    pauses: createPauses(parts),
    quotas: createQuotas(parts),
    platforms: createPlatforms(parts),
    publishing: createPublishing(parts),
  } satisfies RequiredFeatures & Readonly<Record<string, Feature>>
}
