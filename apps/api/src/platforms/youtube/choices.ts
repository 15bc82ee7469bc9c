import type { PlatformChoice } from '@powerpost/contract'
import type { PlatformAdapter, StepOptions } from '../port.ts'
import type { YouTubeApi } from './api.ts'
import { PATHS } from './endpoints.ts'
import { CATEGORY_REGION, COSTS, LIMITS } from './limits.ts'
import type { Quotas } from './quotas.ts'
import { leaveRoom } from './quotas.ts'
import { categoriesSchema, playlistsSchema } from './wire.ts'

/** The share of the day's units that lists may see used up: publishing needs the rest. */
const MOST_USED = 0.8

/** The lists that only YouTube knows. */
export function createChoices(api: YouTubeApi, quotas: Quotas): NonNullable<PlatformAdapter['choices']> {
  return {
    async categories(options) {
      await leaveRoom(quotas, MOST_USED)
      return askForCategories(api, options)
    },
    async playlists(options) {
      await leaveRoom(quotas, MOST_USED)
      return askForPlaylists(api, options)
    },
  }
}

/** Those that an upload can be in: https://developers.google.com/youtube/data/reference/rest/v3/videoCategories/list */
async function askForCategories(api: YouTubeApi, options: StepOptions): Promise<PlatformChoice[]> {
  const { items } = await api.ask(
    categoriesSchema,
    {
      method: 'GET',
      to: { api: PATHS.categories },
      query: { part: 'snippet', regionCode: CATEGORY_REGION },
      cost: { quota: 'units', amount: COSTS.list },
    },
    options,
  )
  return items
    .filter(({ snippet }) => snippet?.assignable !== false)
    .map(({ id, snippet }) => ({ option: 'category_id', value: id, label: snippet?.title || id }))
}

/** The channel's own: https://developers.google.com/youtube/data/reference/rest/v3/playlists/list */
async function askForPlaylists(api: YouTubeApi, options: StepOptions): Promise<PlatformChoice[]> {
  const choices: PlatformChoice[] = []
  let pageToken: string | undefined
  for (let page = 0; page < LIMITS.playlistPages; page += 1) {
    const { items, nextPageToken } = await api.ask(
      playlistsSchema,
      {
        method: 'GET',
        to: { api: PATHS.playlists },
        query: {
          part: 'snippet',
          mine: 'true',
          maxResults: String(LIMITS.perPage),
          ...(pageToken !== undefined && { pageToken }),
        },
        cost: { quota: 'units', amount: COSTS.list },
      },
      options,
    )
    choices.push(...items.map(({ id, snippet }) => ({ option: 'playlist_id', value: id, label: snippet?.title || id })))
    pageToken = nextPageToken
    if (pageToken === undefined) break
  }
  return choices
}
