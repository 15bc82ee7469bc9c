import type { DrawnImage, DrawOptions, ImageBrief } from '#image-models/port.ts'
import { createBoundedFetch, RefusalError, startCallDeadline, toModelError } from '#models/ai-sdk/calling.ts'
import type { ErrorContext } from '#models/ai-sdk/calling.ts'
import { ModelError } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import { generateImage, NoImageGeneratedError } from 'ai'
import { composePrompt } from './compose-prompt.ts'
import type { ImageVendorAccess, ImageVendorAdapter } from './vendors/index.ts'

// The package prints to the process's own output otherwise, past our logger.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })

type OpenedModel = Awaited<ReturnType<ImageVendorAdapter['open']>>

export interface ImageEngine {
  readonly adapter: ImageVendorAdapter
  readonly model: OpenedModel
  readonly errorContext: ErrorContext
  readonly clock: Clock
  /** How long one picture may take, in milliseconds. */
  readonly timeoutMs: number
}

interface OpenOptions extends Omit<ImageEngine, 'model'> {
  readonly access: Omit<ImageVendorAccess, 'fetch'>
  readonly maxAnswerBytes: number
}

/** Loads a vendor's package and gets its model ready to be called. */
export async function openImageEngine({ access, maxAnswerBytes, ...engine }: OpenOptions): Promise<ImageEngine> {
  const fetch = createBoundedFetch(maxAnswerBytes)
  try {
    return { ...engine, model: await engine.adapter.open({ ...access, fetch }) }
  } catch (cause) {
    throw new ModelError('misconfigured', `${engine.errorContext.name} cannot be set up.`, { cause })
  }
}

/** Asks a vendor for one picture, once: the queue is who tries again. Throws a `ModelError`, or the caller's own reason. */
export async function callVendor(
  { adapter, model, errorContext, clock, timeoutMs }: ImageEngine,
  brief: ImageBrief,
  { signal, onUsage }: DrawOptions,
): Promise<DrawnImage> {
  const startedAt = clock.now().getTime()
  const deadline = startCallDeadline(signal, { silenceMs: timeoutMs, totalMs: timeoutMs })
  const reportUsage = (tokens: Tokens = {}) =>
    onUsage?.({
      model: model.modelId,
      inputTokens: tokens.inputTokens ?? 0,
      outputTokens: tokens.outputTokens ?? 0,
      durationMs: clock.now().getTime() - startedAt,
    })
  try {
    const { image, usage } = await generateImage({
      model,
      prompt: promptOf(brief),
      n: 1,
      maxRetries: 0,
      abortSignal: deadline.signal,
      ...adapter.optionsFor({ size: brief.size, seed: brief.seed, hasStyle: brief.styleImages.length > 0 }),
    })
    signal.throwIfAborted()
    reportUsage(usage)
    return { mimeType: mimeTypeOf(image, errorContext), bytes: image.uint8Array }
  } catch (error) {
    signal.throwIfAborted()
    reportUsage()
    throw toModelError(deadline.signal.aborted ? deadline.signal.reason : readRefusal(error), errorContext, clock.now())
  } finally {
    deadline.end()
  }
}

interface Tokens {
  readonly inputTokens?: number | undefined
  readonly outputTokens?: number | undefined
}

function promptOf(brief: ImageBrief) {
  const text = composePrompt(brief)
  return brief.styleImages.length === 0 ? text : { text, images: brief.styleImages.map(({ bytes }) => bytes) }
}

const MIME_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const

/** By its first bytes, as the SDK reads them: what a vendor says it is counts for nothing. */
function mimeTypeOf({ mediaType, uint8Array }: GeneratedImage, { name }: ErrorContext): DrawnImage['mimeType'] {
  const mimeType = MIME_TYPES.find((known) => known === mediaType)
  // The SDK takes what it does not know for a PNG.
  const isPng = Buffer.from(uint8Array.subarray(0, 4)).toString('latin1') === '\x89PNG'
  if (mimeType && (mimeType !== 'image/png' || isPng)) return mimeType
  throw new ModelError('unusable', `${name} sent what is no picture of a format we take.`)
}

type GeneratedImage = Awaited<ReturnType<typeof generateImage>>['image']

/** Gemini answers without a picture and says why by the reason it stopped for (google.ai FinishReason, BlockReason). */
const REFUSED = /SAFETY|PROHIBITED|BLOCKLIST|RECITATION|SPII|MODERATION/u

function readRefusal(error: unknown): unknown {
  if (!NoImageGeneratedError.isInstance(error)) return error
  const metadata = JSON.stringify(error.calls?.map(({ providerMetadata }) => providerMetadata) ?? [])
  return REFUSED.test(metadata)
    ? new RefusalError('The model refused')
    : new ModelError('unusable', 'The model answered without a picture.', { cause: error })
}
