import type {
  GenerateVideoRequest,
  PowerPost,
  RegenerateVideoRequest,
  VideoGeneration,
  VideoRegeneration,
} from '@powerpost/client'
import { JobFailedError } from '@powerpost/client'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CliError } from '../errors/cli-error.ts'
import { explain } from '../errors/explain.ts'
import { printableLine } from '../output/printable.ts'
import type { Progress } from '../output/progress.ts'
import type { Session } from '../session.ts'
import { downloadGenerated } from './download-generated.ts'
import { followEvents } from './follow-events.ts'
import type { MediaFile } from './upload-media.ts'
import { uploadMedia } from './upload-media.ts'

interface Saving {
  /** The directory to save to. */
  readonly out: string | undefined
}

interface MakeOptions extends Saving {
  readonly request: GenerateVideoRequest
  /** The image that it begins with, if there is one. */
  readonly files: readonly MediaFile[]
  readonly idempotencyKey: string | undefined
}

interface RegenerateOptions extends Saving {
  readonly id: string
  readonly request: RegenerateVideoRequest
  readonly idempotencyKey: string | undefined
}

/** Prints what a video would cost. */
export async function estimateVideo(session: Session, request: GenerateVideoRequest): Promise<void> {
  const client = await session.workspaceClient()
  const estimate = await client.videos.estimate(request, { signal: session.signal })
  session.warn(estimate)
  session.print(estimate, () => `${estimate.credits} credits`)
}

/** Has a video made, and prints and saves it. */
export async function makeVideo(session: Session, options: MakeOptions): Promise<void> {
  const { request, files, out, idempotencyKey } = options
  await withProgress(session, async (client, progress) => {
    const { signal } = session
    const [image] = await uploadMedia(client, { files, progress, signal, idempotencyKey })
    progress.say('Starting')
    const body = { ...request, ...(image && { source_image: image.media_id }) }
    const started = await client.videos.generate(body, { signal, idempotencyKey })
    session.warn(started)
    const id = started.video_generation_id
    const generation = await waitForEnd(client, session, { id, progress })
    await printFinished(session, { generation, out, progress })
    session.note(`\n${started.credits_used} credits, ${started.remaining_credits} left. Video generation ${id}`)
  })
}

/** Has the video of a generation made again, and prints and saves it. */
export async function regenerateVideo(session: Session, options: RegenerateOptions): Promise<void> {
  const { id, request, out, idempotencyKey } = options
  await withProgress(session, async (client, progress) => {
    const { signal } = session
    progress.say('Starting')
    const started = await client.videos.generations.regenerate(id, request, { signal, idempotencyKey })
    session.warn(started)
    const generation = await waitForEnd(client, session, { id, progress })
    await printFinished(session, { generation, failed: generation.regeneration, out, progress })
    session.note(`\n${started.credits_used} credits, ${started.remaining_credits} left. Video generation ${id}`)
  })
}

interface ShowOptions extends Saving {
  readonly id: string
  /** Whether until it has ended. */
  readonly wait: boolean
}

/** Prints a video generation, and saves its video if that is asked for. */
export async function showVideo(session: Session, { id, wait, out }: ShowOptions): Promise<void> {
  await withProgress(session, async (client, progress) => {
    const generation = wait
      ? await waitForEnd(client, session, { id, progress })
      : await client.videos.generations.get(id, { signal: session.signal })
    await printFinished(session, { generation, out, progress })
  })
}

async function withProgress(
  session: Session,
  work: (client: PowerPost, progress: Progress) => Promise<void>,
): Promise<void> {
  const progress = session.startProgress()
  try {
    await work(await session.workspaceClient(), progress)
  } finally {
    progress.stop()
  }
}

const STEPS = { queued: 'Queued', generating: 'Generating', submitted: 'Generating, by a vendor' } as const

/** Waits until a generation has ended, however it did. */
async function waitForEnd(
  client: PowerPost,
  { signal }: Session,
  { id, progress }: { readonly id: string; readonly progress: Progress },
): Promise<VideoGeneration> {
  try {
    progress.say('Queued')
    const events = client.videos.generations.stream(id, { signal, maxReconnects: 3 })
    await followEvents(events, ({ event }) =>
      progress.say(event in STEPS ? STEPS[event as keyof typeof STEPS] : 'Generating'),
    )
    return await client.videos.generations.waitFor(id, { signal })
  } catch (error) {
    if (error instanceof JobFailedError) return client.videos.generations.get(id, { signal })
    const { hint, ...failure } = explain(error)
    throw new CliError({ ...failure, hint: `${hint}\nSee \`powerpost videos show ${id}\`.` })
  }
}

interface Finished extends Saving {
  readonly generation: VideoGeneration
  /** What it may have failed with. @default the video generation itself */
  readonly failed?: VideoGeneration | VideoRegeneration | undefined
  readonly progress: Progress
}

async function printFinished(
  session: Session,
  { generation, failed = generation, out, progress }: Finished,
): Promise<void> {
  const file = out === undefined ? undefined : await saveVideo(session, generation, out, progress)
  progress.stop()
  session.print(file === undefined ? generation : { ...generation, file }, () => format(generation, file))
  if (failed !== generation) session.warn(failed)
  if (failed.status !== 'failed') return
  throw new CliError({
    code: failed.error?.code ?? 'VIDEO_GENERATION_FAILED',
    outcome: 'failed',
    message: failed.error?.message ?? 'The video could not be generated.',
    hint: `See \`powerpost videos show ${generation.video_generation_id}\`.`,
  })
}

/** Named by the id of the generation, so that a second time writes the same file. */
async function saveVideo(
  { signal }: Session,
  { video_generation_id, video }: VideoGeneration,
  directory: string,
  progress: Progress,
): Promise<string | undefined> {
  if (!video) return undefined
  await mkdir(directory, { recursive: true })
  const file = join(directory, `${video_generation_id}.mp4`)
  progress.say(`Saving ${file}`)
  await writeFile(file, await downloadGenerated(video.url, { what: 'video', signal }), { signal })
  return file
}

function format({ status, video, error }: VideoGeneration, file: string | undefined): string {
  const lines = video ? [file ?? video.url] : []
  const ending = error ? [`${status}: ${printableLine(error.message)}`] : video ? [] : [status]
  return [...lines, ...ending].join('\n')
}
