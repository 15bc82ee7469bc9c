import { PLATFORM_SETTINGS } from '#config/index.ts'
import { createAccountRoutes } from '#features/account/index.ts'
import { createMutate, createWithAccess } from '#features/audit/index.ts'
import { createApiKeyRoutes } from '#features/api-keys/index.ts'
import { createContentRoutes, findGenerationUse } from '#features/content/index.ts'
import { createAnswerOnce, createFindKeptAnswer } from '#features/idempotency/index.ts'
import { createImageRoutes, findImageGenerationUse } from '#features/images/index.ts'
import { createMediaRoutes, createThumbnailer, inspectFile } from '#features/media/index.ts'
import { createConnectionRoutes } from '#features/connections/index.ts'
import { createDraftRoutes, findPostUse } from '#features/posts/index.ts'
import { createPublishingRoutes } from '#features/publishing/index.ts'
import { createWebhookRoutes } from '#features/webhooks/index.ts'
import { createWorkspaceRoutes } from '#features/workspaces/index.ts'
import { createWritingStyleRoutes } from '#features/writing-styles/index.ts'
import { checkUrlLiteral } from '#outbound/index.ts'
import { PRICES } from '@powerpost/contract'
import { createDownload } from './create-download.ts'
import type { Parts } from './parts.ts'

/** What answers each operation of the contract. */
export function createRoutes(parts: Parts) {
  const {
    config,
    keyring,
    logger,
    clock,
    database,
    queue,
    storage,
    platforms,
    publicUrl,
    recordEvent,
    mediaLinks,
    ffmpeg,
    feed,
    startTimer,
  } = parts
  const { db } = database
  const mutate = createMutate({ db, clock })
  const answerOnce = createAnswerOnce({ mutate, clock })
  const urlPolicy = { allowPrivate: config.allowPrivateUrls }
  const checkUrl = (value: string) => checkUrlLiteral(value, urlPolicy).href
  return {
    content: createContentRoutes({
      db,
      queue,
      clock,
      answerOnce,
      prices: PRICES.generation,
      checkSourceUrl: checkUrl,
      feed,
      startTimer,
      logger,
    }),
    images: createImageRoutes({ db, queue, clock, mediaLinks, answerOnce, prices: PRICES.images, random: Math.random }),
    media: createMediaRoutes({
      db,
      storage,
      clock,
      logger,
      mutate,
      withAccess: createWithAccess({ db, clock }),
      answerOnce,
      findKeptAnswer: createFindKeptAnswer({ db, clock }),
      links: mediaLinks,
      inspect: inspectFile,
      download: createDownload(config),
      uses: [findGenerationUse, findImageGenerationUse, findPostUse],
      thumbnailer: createThumbnailer({ db, storage, clock, logger, ffmpeg }),
    }),
    posts: {
      ...createDraftRoutes({ db, clock, mutate, answerOnce }),
      ...createPublishingRoutes({ queue, clock, recordEvent, answerOnce, prices: PRICES.publishing }),
    },
    connections: createConnectionRoutes({
      db,
      clock,
      keyring,
      logger,
      platforms,
      publicUrl,
      mutate,
      answerOnce,
      settingsOf: (platform) => PLATFORM_SETTINGS[platform],
    }),
    account: {
      ...createAccountRoutes({ db }),
      workspaces: createWorkspaceRoutes({ db, queue, clock, mutate, answerOnce }),
      apiKeys: createApiKeyRoutes({ db, clock, mutate, answerOnce }),
    },
    writingStyles: createWritingStyleRoutes({ db, clock, mutate, answerOnce }),
    webhooks: createWebhookRoutes({ db, queue, clock, keyring, mutate, answerOnce, checkUrl }),
  }
}
