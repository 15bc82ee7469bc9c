import type { PublishableItem, StepOptions } from '../port.ts'
import type { ExtraDependencies } from './extras.ts'
import { isGood } from './api.ts'
import { PATHS } from './endpoints.ts'
import { CLOCK_SKEW_MS, COSTS, LIMITS } from './limits.ts'
import { readJson } from './read-json.ts'
import type { ListedVideo } from './wire.ts'
import { channelsSchema, playlistItemsSchema } from './wire.ts'

/** What a channel's uploads show of an item. */
export type FoundUpload =
  | { readonly status: 'posted'; readonly videoId: string }
  /** The whole list was read, as far back as it matters. */
  | { readonly status: 'not_posted' }
  | { readonly status: 'unknown' }

interface Sought {
  readonly item: PublishableItem<'youtube'>
  /** When its upload began, by our clock. */
  readonly since: Date
}

/**
 * Looks for an item's video in the channel's uploads: the newest first, the private ones too. It is recognized by its words and its time; of two that
 * could be it, nobody knows.
 *
 * @throws PlatformError when the list cannot be read
 */
export async function findUploaded(
  dependencies: ExtraDependencies,
  { item, since }: Sought,
  options: StepOptions,
): Promise<FoundUpload> {
  const playlistId = await findUploadsPlaylist(dependencies, options)
  if (playlistId === undefined) return { status: 'unknown' }
  const found: ListedVideo[] = []
  let pageToken: string | undefined
  for (let page = 0; page < LIMITS.uploadPages; page += 1) {
    const read = await readPage(dependencies, { playlistId, pageToken }, options)
    const recent = read.items.filter(({ snippet }) => isSince(snippet.publishedAt, since, read.aheadMs))
    found.push(...recent.filter((video) => isShownAs(item, video)))
    pageToken = read.nextPageToken
    if (pageToken === undefined || recent.length < read.items.length) return decide(found)
  }
  return { status: 'unknown' }
}

function decide(found: readonly ListedVideo[]): FoundUpload {
  const [first] = found
  if (!first) return { status: 'not_posted' }
  return found.length === 1 ? { status: 'posted', videoId: first.snippet.resourceId.videoId } : { status: 'unknown' }
}

async function findUploadsPlaylist({ api }: ExtraDependencies, options: StepOptions): Promise<string | undefined> {
  const { items } = await api.ask(
    channelsSchema,
    {
      method: 'GET',
      to: { api: PATHS.channels },
      query: { part: 'contentDetails', id: options.connection.platformAccountId },
      cost: { quota: 'units', amount: COSTS.list },
    },
    options,
  )
  return items[0]?.contentDetails?.relatedPlaylists?.uploads
}

interface Page {
  readonly playlistId: string
  readonly pageToken: string | undefined
}

async function readPage({ api, clock }: ExtraDependencies, { playlistId, pageToken }: Page, options: StepOptions) {
  const answer = await api.send(
    {
      method: 'GET',
      to: { api: PATHS.playlistItems },
      query: {
        part: 'snippet',
        playlistId,
        maxResults: String(LIMITS.perPage),
        ...(pageToken !== undefined && { pageToken }),
      },
      cost: { quota: 'units', amount: COSTS.list },
    },
    options,
  )
  if (!isGood(answer)) throw api.toFailure(answer)
  // How far YouTube's clock is ahead of ours: every answer shows it.
  const aheadMs = Date.parse(answer.headers['date'] ?? '') - clock.now().getTime() || 0
  return { ...playlistItemsSchema.parse(readJson(answer)), aheadMs }
}

function isSince(publishedAt: string, since: Date, aheadMs: number): boolean {
  return Date.parse(publishedAt) >= since.getTime() + aheadMs - CLOCK_SKEW_MS
}

function isShownAs({ title = '', content }: Sought['item'], { snippet }: ListedVideo): boolean {
  return normalize(snippet.title) === normalize(title) && normalize(snippet.description) === normalize(content)
}

/** Spaces fall together, and go at both ends. */
function normalize(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
