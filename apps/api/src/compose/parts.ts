import { settingsOf } from '#config/index.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { createConnectionOpener } from '#features/connections/index.ts'
import { createMutate, createWithAccess } from '#features/audit/index.ts'
import { createAnswerOnce, createFindKeptAnswer } from '#features/idempotency/index.ts'
import type { Jobs } from '#features/jobs.ts'
import { createMediaLinks, createScratch, findFfmpeg } from '#features/media/index.ts'
import { createEndPublishing } from '#features/publishing/index.ts'
import { createRunFeed } from '#features/runs/index.ts'
import { createEventRecorder } from '#features/webhooks/index.ts'
import { createBuiltInImageModel } from '#image-models/built-in/index.ts'
import { createImageModels } from '#image-models/registry.ts'
import type { JobQueue } from '#jobs/queue.ts'
import type { Waker } from '#jobs/waker.ts'
import { createLocalModels } from '#models/ai-sdk/index.ts'
import { createBuiltInTextModel } from '#models/built-in/index.ts'
import { createBuiltInVideoModel } from '#video-models/built-in/index.ts'
import { createVideoModels } from '#video-models/registry.ts'
import { checkUrlLiteral } from '#outbound/index.ts'
import { createAddressLimiter } from '#rate-limits/index.ts'
import { systemClock } from '#shared/clock.ts'
import { noMetrics } from '#shared/metrics.ts'
import { startSystemTimer } from '#shared/timer.ts'
import { join } from 'node:path'
import type { ComposeOptions } from './compose-options.ts'
import { createApiVersions } from './create-api-versions.ts'
import { createStorage } from './create-storage.ts'
import { createDownload } from './create-download.ts'
import { createEndpointFetch } from './create-endpoint-fetch.ts'
import { createConfiguredImageModels } from './create-image-models.ts'
import { createPlatforms } from './create-platforms.ts'
import { createPromptEnhancer } from './create-prompt-enhancer.ts'
import { createResearcher } from './create-researcher.ts'
import { createStyleReader } from './create-style-reader.ts'
import { createTextModel } from './create-text-model.ts'
import { createConfiguredVideoModels } from './create-video-models.ts'
import { openKeyring } from './open-keyring.ts'

/** Of one calendar feed: programs ask every hour or less often, and a few people may share a link. */
const FEED_READS_PER_MINUTE = 12

/** What the features are made of, picked once for the whole process. */
export type Parts = Awaited<ReturnType<typeof createParts>>

/** The only place that picks what stands behind the ports. */
export async function createParts(
  options: ComposeOptions,
  {
    database,
    queue,
    waker,
  }: { readonly database: DatabaseHandle; readonly queue: JobQueue<Jobs>; readonly waker: Waker },
) {
  const { config, logger, publicUrl, clock = systemClock, startTimer = startSystemTimer } = options
  const { db } = database
  const keyring = await openKeyring(config, db)
  const platforms = options.platforms ?? createPlatforms({ config, db, clock, logger })
  const builtInImageModel = options.builtInImageModel ?? createBuiltInImageModel()
  const localModels = createLocalModels({ directory: config.modelsDirectory, startTimer })
  const builtInVideoModel = options.builtInVideoModel ?? createBuiltInVideoModel()
  const publicMediaUrl = () => config.publicMediaUrl ?? publicUrl()
  const recordEvent = createEventRecorder({ clock })
  const mutate = createMutate({ db, clock })
  const common = {
    db,
    queue,
    waker,
    clock,
    logger,
    metrics: options.metrics ?? noMetrics,
    keyring,
    platforms,
    recordEvent,
    publicUrl,
    mutate,
    random: Math.random,
  }
  return {
    ...common,
    startTimer,
    returnOrigins: config.returnOrigins,
    storage: await createStorage(config),
    scratch: createScratch({ root: join(config.dataDirectory, 'scratch') }),
    ffmpeg: await findFfmpeg(config.programPath),
    mediaLinks: createMediaLinks({ ...common, publicMediaUrl }),
    mediaAddress: { url: publicMediaUrl, isLocalWork: config.allowPrivateUrls },
    feed: createRunFeed(common),
    withAccess: createWithAccess(common),
    answerOnce: createAnswerOnce(common),
    findKeptAnswer: createFindKeptAnswer(common),
    openConnection: createConnectionOpener(common),
    endPublishing: createEndPublishing(common),
    localModels,
    textWaitSeconds: config.textWaitSeconds,
    model: options.model ?? createTextModel({ ...options, localModels }),
    sandboxModel: createBuiltInTextModel(),
    researcher: createResearcher(config, localModels),
    enhancer: createPromptEnhancer(config, localModels),
    styleReader: options.styleReader ?? createStyleReader(config, localModels),
    imageModels: createImageModels(createConfiguredImageModels(config), builtInImageModel),
    builtInImageModel,
    videoModels: createVideoModels(createConfiguredVideoModels(config), builtInVideoModel),
    builtInVideoModel,
    download: createDownload(config),
    fetchEndpoint: createEndpointFetch(config),
    checkUrl: (value: string) => checkUrlLiteral(value, { allowPrivate: config.allowPrivateUrls }).href,
    auditDays: config.auditDays,
    feedLimiter: createAddressLimiter(FEED_READS_PER_MINUTE),
    collectedPlatforms: config.collectedPlatforms,
    settingsOf,
    apiVersions: createApiVersions(config),
  }
}
