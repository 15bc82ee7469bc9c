import type { PublishableItem, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { ApiRequest, YouTubeApi } from './api.ts'
import { isGood } from './api.ts'
import type { Following } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { toRefusal } from './errors.ts'
import { COSTS, MOST_TRIES } from './limits.ts'
import { playlistItemsSchema } from './wire.ts'
import type { Clock } from '#shared/clock.ts'

export interface ExtraDependencies {
  readonly api: YouTubeApi
  readonly clock: Clock
}

type Extra = Following['todo'][number]

interface ExtraStep {
  readonly item: PublishableItem<'youtube'>
  readonly following: Following
}

interface ExtraKind {
  /** @throws PlatformError when YouTube refuses it; anything else: nobody knows */
  readonly run: (dependencies: ExtraDependencies, step: ExtraStep, options: StepOptions) => Promise<void>
  readonly notDone: string
  readonly unknown: string
}

/** What is done with a video that is there, each at most once. */
const EXTRAS: Readonly<Record<Extra, ExtraKind>> = {
  thumbnail: {
    run: setThumbnail,
    notDone: 'The thumbnail was not set.',
    unknown: 'YouTube did not confirm whether it has the thumbnail. Check there.',
  },
  playlist: {
    run: addToPlaylist,
    notDone: 'The video was not added to the playlist.',
    unknown: 'YouTube did not confirm whether the video is in the playlist. Check there: it is not added again.',
  },
}

/** Tries the next of a video's extras. What fails is a warning, once it is not tried again. */
export async function runExtra(
  dependencies: ExtraDependencies,
  { item, following }: ExtraStep,
  options: StepOptions,
): Promise<Following> {
  const [extra, ...todo] = following.todo
  if (extra === undefined) return following
  const { run, notDone, unknown } = EXTRAS[extra]
  const over = { ...following, todo, tries: 0, unsure: false }
  try {
    await run(dependencies, { item, following }, options)
    return over
  } catch (error) {
    options.signal.throwIfAborted()
    const refusal = error instanceof PlatformError ? error : undefined
    const tries = following.tries + 1
    const isForGood = refusal && (refusal.failure !== 'retry' || refusal.scope !== 'item')
    const unsure = following.unsure || !refusal
    if (!isForGood && tries < MOST_TRIES) return { ...following, tries, unsure }
    const warning = refusal && !following.unsure ? `${notDone} ${refusal.message}` : unknown
    return { ...over, warnings: [...following.warnings, warning] }
  }
}

/** Setting it twice is setting it once: https://developers.google.com/youtube/data/reference/rest/v3/thumbnails/set */
async function setThumbnail(
  dependencies: ExtraDependencies,
  { item, following }: ExtraStep,
  options: StepOptions,
): Promise<void> {
  const cover = item.media[0]?.cover
  if (!cover || !('picture' in cover)) return
  const { picture } = cover
  await tell(
    dependencies,
    {
      method: 'POST',
      to: { upload: PATHS.setThumbnail },
      query: { videoId: following.video_id, uploadType: 'media' },
      headers: { 'content-type': picture.mimeType },
      body: { size: picture.size, open: () => picture.read({ start: 0, end: picture.size }, options.signal) },
      cost: { quota: 'units', amount: COSTS.setThumbnail },
    },
    options,
  )
}

/**
 * Adds the video to a playlist that does not have it yet: a playlist takes a video twice. Where an answer was lost, it is looked for and not
 * sent again. https://developers.google.com/youtube/data/reference/rest/v3/playlistItems/insert
 */
async function addToPlaylist(
  dependencies: ExtraDependencies,
  { item, following }: ExtraStep,
  options: StepOptions,
): Promise<void> {
  const { playlist_id: playlistId = '' } = item.options
  const { video_id: videoId } = following
  const query = { part: 'snippet', playlistId, videoId, maxResults: '1' }
  const list: ApiRequest = {
    method: 'GET',
    to: { api: PATHS.playlistItems },
    query,
    cost: { quota: 'units', amount: COSTS.list },
  }
  const { items } = await dependencies.api.ask(playlistItemsSchema, list, options)
  if (items.length > 0) return
  if (following.unsure) throw new Error('The playlist does not show what was added to it')
  await tell(
    dependencies,
    {
      method: 'POST',
      to: { api: PATHS.playlistItems },
      query: { part: 'snippet' },
      json: { snippet: { playlistId, resourceId: { kind: 'youtube#video', videoId } } },
      cost: { quota: 'units', amount: COSTS.insertPlaylistItem },
    },
    options,
  )
}

/** @throws PlatformError when it is refused; an Error when nobody knows */
async function tell({ api, clock }: ExtraDependencies, request: ApiRequest, options: StepOptions): Promise<void> {
  const answer = await api.send(request, options)
  if (isGood(answer)) return
  throw toRefusal(answer, clock) ?? new Error(`YouTube answered ${answer.status}`)
}
