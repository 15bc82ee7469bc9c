import type {
  GenerateImagesRequest,
  ImageGeneration,
  ImageRegeneration,
  PowerPost,
  RegenerateImagesRequest,
} from '@powerpost/client'
import { JobFailedError } from '@powerpost/client'
import { CliError } from '../errors/cli-error.ts'
import { explain } from '../errors/explain.ts'
import { formatImages } from '../output/format-images.ts'
import type { Progress } from '../output/progress.ts'
import type { Session } from '../session.ts'
import { followImages } from './follow-images.ts'
import { saveImages } from './save-images.ts'
import type { MediaFile } from './upload-media.ts'
import { uploadMedia } from './upload-media.ts'

interface DrawOptions {
  readonly request: GenerateImagesRequest
  /** Style images. */
  readonly files: readonly MediaFile[]
  /** The directory to save to. */
  readonly out: string | undefined
  readonly idempotencyKey: string | undefined
}

interface RegenerateOptions {
  readonly id: string
  readonly request: RegenerateImagesRequest
  /** The directory to save to. */
  readonly out: string | undefined
  readonly idempotencyKey: string | undefined
}

/** Has some images of an image generation drawn again, and prints and saves all of its images. */
export async function regenerateImages(session: Session, options: RegenerateOptions): Promise<void> {
  const { id, request, out, idempotencyKey } = options
  const progress = session.startProgress()
  try {
    const client = await session.workspaceClient()
    const { signal } = session
    progress.say('Starting')
    const started = await client.images.generations.regenerate(id, request, { signal, idempotencyKey })
    session.warn(started)
    const generation = await waitForEnd(client, session, { id, progress })
    await printFinished(session, { generation, failed: generation.regeneration, out, progress })
    session.note(`\n${started.credits_used} credits, ${started.remaining_credits} left. Image generation ${id}`)
  } finally {
    progress.stop()
  }
}

/** Has images drawn, and prints and saves what came of it: of one that failed in part the good ones. */
export async function drawImages(session: Session, options: DrawOptions): Promise<void> {
  const progress = session.startProgress()
  try {
    const client = await session.workspaceClient()
    const { generation, remainingCredits } = await run(client, session, { ...options, progress })
    await printFinished(session, { generation, out: options.out, progress })
    const { image_generation_id: id, credits_used } = generation
    session.note(`\n${credits_used} credits, ${remainingCredits} left. Image generation ${id}`)
  } finally {
    progress.stop()
  }
}

interface ShowOptions {
  readonly id: string
  /** Whether until it has ended. */
  readonly wait: boolean
  readonly out: string | undefined
}

/** Prints an image generation, and saves its images if that is asked for. */
export async function showImages(session: Session, { id, wait, out }: ShowOptions): Promise<void> {
  const progress = session.startProgress()
  try {
    const client = await session.workspaceClient()
    const { signal } = session
    const generation = wait
      ? await waitForEnd(client, session, { id, progress })
      : await client.images.generations.get(id, { signal })
    await printFinished(session, { generation, out, progress })
  } finally {
    progress.stop()
  }
}

async function run(
  client: PowerPost,
  session: Session,
  { request, files, idempotencyKey, progress }: DrawOptions & { readonly progress: Progress },
): Promise<{ generation: ImageGeneration; remainingCredits: number }> {
  const { signal } = session
  const styleImages = await uploadMedia(client, { files, progress, signal, idempotencyKey })
  progress.say('Starting')
  const started = await client.images.generate(
    { ...request, ...(styleImages.length > 0 && { style_images: styleImages.map(({ media_id }) => media_id) }) },
    { signal, idempotencyKey },
  )
  session.warn(started)
  const generation = await waitForEnd(client, session, { id: started.image_generation_id, progress })
  return { generation, remainingCredits: started.remaining_credits }
}

/** Waits until a generation has ended, however it did. */
async function waitForEnd(
  client: PowerPost,
  { signal }: Session,
  { id, progress }: { readonly id: string; readonly progress: Progress },
): Promise<ImageGeneration> {
  const onProgress = ({ images, quantity }: ImageGeneration) => progress.say(`Generated ${images.length}/${quantity}`)
  try {
    await followImages(client, id, { signal, progress })
    return await client.images.generations.waitFor(id, { signal, onProgress })
  } catch (error) {
    if (error instanceof JobFailedError) return client.images.generations.get(id, { signal })
    const { hint, ...failure } = explain(error)
    throw new CliError({ ...failure, hint: `${hint}\nSee \`powerpost images show ${id}\`.` })
  }
}

interface FinishedImages {
  readonly generation: ImageGeneration
  /** What it may have failed with. @default the image generation itself */
  readonly failed?: ImageGeneration | ImageRegeneration | undefined
  readonly out: string | undefined
  readonly progress: Progress
}

async function printFinished(
  session: Session,
  { generation, failed = generation, out, progress }: FinishedImages,
): Promise<void> {
  const files =
    out === undefined ? [] : await saveImages(generation, { directory: out, progress, signal: session.signal })
  progress.stop()
  const saved = out === undefined ? generation : { ...generation, files }
  session.print(saved, () => formatImages(generation, files))
  if (failed !== generation) session.warn(failed)
  if (failed.status !== 'failed') return
  throw new CliError({
    code: failed.error?.code ?? 'IMAGE_GENERATION_FAILED',
    outcome: 'failed',
    message: failed.error?.message ?? 'The images could not be generated.',
    hint: `See \`powerpost images show ${generation.image_generation_id}\`.`,
  })
}
