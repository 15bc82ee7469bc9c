import { createCaptionsWorker } from '#features/content/index.ts'
import { createImagesWorker } from '#features/images/index.ts'
import type { LookOptions } from '#features/media/index.ts'
import { fitPicture, inspectFile, lookAtMedium, lookAtStyle, openVideo } from '#features/media/index.ts'
import { createEndPublishing } from '#features/publishing/index.ts'
import { createRunHandlers } from '#features/runs/index.ts'
import { purgeWorkspace } from '#features/workspaces/index.ts'
import type { Jobs } from '#features/jobs.ts'
import type { LeaseWorker } from '#jobs/lease-worker.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import { createBuiltInTextModel } from '#models/built-in/index.ts'
import { createPromptEnhancer } from './create-prompt-enhancer.ts'
import { createResearcher } from './create-researcher.ts'
import { PRICES } from '@powerpost/contract'
import type { Parts } from './parts.ts'

interface Woken {
  readonly deliverer: LeaseWorker
  readonly dispatcher: LeaseWorker
}

/** What does each kind of job. */
export function createHandlers(parts: Parts, { deliverer, dispatcher }: Woken): JobHandlers<Jobs> {
  const {
    config,
    logger,
    clock,
    database,
    storage,
    recordEvent,
    feed,
    model,
    ffmpeg,
    mediaLinks,
    imageModels,
    builtInImageModel,
  } = parts
  const { announce } = feed
  const { db } = database
  const captions = createCaptionsWorker({
    db,
    clock,
    recordEvent,
    announce,
    logger,
    model,
    sandboxModel: createBuiltInTextModel(),
    researcher: createResearcher(config),
    look: (options: LookOptions) => lookAtMedium({ db, storage, logger, ffmpeg }, options),
    openVideo: (options: Omit<LookOptions, 'signal'>) => openVideo({ db, storage }, options),
  })
  const images = createImagesWorker({
    db,
    storage,
    clock,
    recordEvent,
    announce,
    logger,
    mediaLinks,
    models: imageModels,
    sandboxModel: builtInImageModel,
    enhancer: createPromptEnhancer(config),
    inspect: inspectFile,
    fit: fitPicture,
    lookAtStyle: (options: { readonly mediaId: string; readonly signal: AbortSignal }) =>
      lookAtStyle({ db, storage, logger }, options),
  })
  const endPublishing = createEndPublishing({ clock, recordEvent, prices: PRICES.publishing })
  return {
    ...createRunHandlers({ db, logger, announce, workers: { captions, images } }),
    'deliver-webhooks': async () => deliverer.notify(),
    'publish-items': async () => dispatcher.notify(),
    'purge-workspace': (attempt) =>
      purgeWorkspace({ db, storage, clock, recordEvent, mediaLinks, endPublishing }, attempt),
  }
}
