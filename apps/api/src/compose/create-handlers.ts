import { giveUpGeneration, giveUpRegeneration, runGeneration, runRegeneration } from '#features/content/index.ts'
import { giveUpImageGeneration, runImageGeneration } from '#features/images/index.ts'
import type { LookOptions } from '#features/media/index.ts'
import { fitPicture, inspectFile, lookAtMedium, lookAtStyle, openVideo } from '#features/media/index.ts'
import { createEndPublishing } from '#features/publishing/index.ts'
import { purgeWorkspace } from '#features/workspaces/index.ts'
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
export function createHandlers(parts: Parts, { deliverer, dispatcher }: Woken): JobHandlers {
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
  const announceProgress = feed.announce
  const { db } = database
  const writing = {
    db,
    clock,
    recordEvent,
    announceProgress,
    logger,
    model,
    sandboxModel: createBuiltInTextModel(),
    researcher: createResearcher(config),
    look: (options: LookOptions) => lookAtMedium({ db, storage, logger, ffmpeg }, options),
    openVideo: (options: Omit<LookOptions, 'signal'>) => openVideo({ db, storage }, options),
  }
  const drawing = {
    db,
    storage,
    clock,
    recordEvent,
    logger,
    mediaLinks,
    models: imageModels,
    sandboxModel: builtInImageModel,
    enhancer: createPromptEnhancer(config),
    inspect: inspectFile,
    fit: fitPicture,
    lookAtStyle: (options: { readonly mediaId: string; readonly signal: AbortSignal }) =>
      lookAtStyle({ db, storage, logger }, options),
  }
  const endPublishing = createEndPublishing({ clock, recordEvent, prices: PRICES.publishing })
  return {
    'run-generation': (attempt) => runGeneration(writing, attempt),
    'fail-generation': (attempt) => giveUpGeneration({ db, clock, recordEvent, announceProgress }, attempt),
    'run-regeneration': (attempt) => runRegeneration(writing, attempt),
    'fail-regeneration': (attempt) => giveUpRegeneration({ db, clock, recordEvent, announceProgress }, attempt),
    'run-image-generation': (attempt) => runImageGeneration(drawing, attempt),
    'fail-image-generation': (attempt) => giveUpImageGeneration({ db, clock, recordEvent, mediaLinks }, attempt),
    'deliver-webhooks': async () => deliverer.notify(),
    'publish-items': async () => dispatcher.notify(),
    'purge-workspace': (attempt) =>
      purgeWorkspace({ db, storage, clock, recordEvent, mediaLinks, endPublishing }, attempt),
  }
}
