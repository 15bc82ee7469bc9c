import type { IncomingMessage } from 'node:http'
import type { YouTubeAccess, YouTubeReply, YouTubeState, YouTubeVideo } from './state.ts'
import { youTubeError } from './state.ts'
import { toVideoResource } from './resources.ts'
import { CATEGORIES } from './video-fields.ts'

export interface ApiCall {
  readonly request: IncomingMessage
  readonly url: URL
  readonly body: Buffer
  readonly access: YouTubeAccess
}

type Serve = (state: YouTubeState, call: ApiCall) => YouTubeReply

/** A route: the parameters that it takes, and the permissions of which one is needed. */
interface Route {
  readonly takes: readonly string[]
  readonly scopes: readonly string[]
  readonly serve: Serve
}

const READ = ['youtube.readonly', 'youtube.force-ssl']
const UPLOAD = ['youtube.upload', 'youtube.force-ssl']
const MANAGE = ['youtube.force-ssl']

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /youtube/v3/channels': { takes: ['part', 'mine', 'id'], scopes: READ, serve: serveChannels },
  'GET /youtube/v3/videos': { takes: ['part', 'id'], scopes: READ, serve: serveVideos },
  'GET /youtube/v3/playlistItems': {
    takes: ['part', 'playlistId', 'videoId', 'maxResults', 'pageToken'],
    scopes: READ,
    serve: servePlaylistItems,
  },
  'GET /youtube/v3/playlists': {
    takes: ['part', 'mine', 'maxResults', 'pageToken'],
    scopes: READ,
    serve: servePlaylists,
  },
  'GET /youtube/v3/videoCategories': { takes: ['part', 'regionCode', 'hl'], scopes: READ, serve: serveCategories },
  'POST /youtube/v3/playlistItems': { takes: ['part'], scopes: MANAGE, serve: serveAddToPlaylist },
  'POST /youtube/v3/commentThreads': { takes: ['part'], scopes: MANAGE, serve: serveComment },
  'POST /upload/youtube/v3/thumbnails/set': { takes: ['videoId', 'uploadType'], scopes: UPLOAD, serve: serveThumbnail },
}

export function serveApi(state: YouTubeState, name: string, call: ApiCall): YouTubeReply {
  const route = ROUTES[name]
  if (!route) {
    state.complaints.push(`no route ${name}`)
    return youTubeError(404, 'notFound')
  }
  const unknown = [...call.url.searchParams.keys()].find((key) => !route.takes.includes(key))
  if (unknown !== undefined) return state.complain(`${name}: unknown parameter ${unknown}`)
  const may = route.scopes.some((scope) => call.access.scopes.some((one) => one.endsWith(`/${scope}`)))
  return may ? route.serve(state, call) : youTubeError(403, 'insufficientPermissions')
}

function serveChannels(state: YouTubeState, { url, access }: ApiCall): YouTubeReply {
  const id = url.searchParams.get('id') ?? (url.searchParams.get('mine') === 'true' ? access.channelId : '')
  const channel = state.channels.get(id)
  const parts = (url.searchParams.get('part') ?? '').split(',')
  const thumbnails = { default: { url: `https://yt3.ggpht.com/${id}` } }
  const item = channel && {
    id,
    ...(parts.includes('snippet') && { snippet: { title: channel.title, customUrl: '@powerpost', thumbnails } }),
    ...(parts.includes('status') && { status: { longUploadsStatus: state.manner.longUploadsStatus } }),
    ...(parts.includes('contentDetails') && {
      contentDetails: { relatedPlaylists: { likes: 'LL', uploads: uploadsOf(id) } },
    }),
  }
  // Without any, there is no list.
  return { status: 200, body: { pageInfo: { totalResults: item ? 1 : 0 }, ...(item && { items: [item] }) } }
}

const uploadsOf = (channelId: string) => channelId.replace(/^UC/, 'UU')

function serveVideos(state: YouTubeState, { url, access }: ApiCall): YouTubeReply {
  const ids = (url.searchParams.get('id') ?? '').split(',')
  if (ids.length > 50) return state.complain('videos: more than 50 ids')
  const parts = (url.searchParams.get('part') ?? '').split(',')
  const videos = state.videos.filter(({ id, channelId }) => channelId === access.channelId && ids.includes(id))
  return { status: 200, body: { items: videos.map((video) => serveVideo(state, video, parts)) } }
}

function serveVideo(state: YouTubeState, video: YouTubeVideo, parts: readonly string[]): object {
  if (parts.includes('status') && video.looksLeft > 0) {
    video.looksLeft -= 1
    return toVideoResource(video, parts, 'uploaded')
  }
  const { processedInVain: bad } = state.manner
  const why = bad && { [bad.status === 'failed' ? 'failureReason' : 'rejectionReason']: bad.reason }
  return toVideoResource(video, parts, bad?.status ?? 'processed', why ?? {})
}

function servePlaylistItems(state: YouTubeState, { url, access }: ApiCall): YouTubeReply {
  const query = url.searchParams
  const playlistId = query.get('playlistId') ?? ''
  const listed = listVideos(state, playlistId, access)
  if (!listed) return youTubeError(404, 'playlistNotFound')
  const isLate = state.manner.lateBy > 0
  if (isLate) state.manner.lateBy -= 1
  const sought = query.get('videoId')
  const shown = isLate ? [] : listed.filter(({ id }) => sought === null || id === sought)
  const size = Number(query.get('maxResults') ?? 5)
  if (size > 50) return state.complain('playlistItems: maxResults')
  const from = Number(query.get('pageToken')?.replace('page-', '') ?? 0)
  const items = shown.slice(from, from + size).map((video) => ({
    kind: 'youtube#playlistItem',
    snippet: {
      title: video.title,
      description: video.description,
      publishedAt: video.publishedAt,
      playlistId,
      resourceId: { kind: 'youtube#video', videoId: video.id },
    },
  }))
  const more = from + size < shown.length
  return { status: 200, body: { items, ...(more && { nextPageToken: `page-${from + size}` }) } }
}

/** Newest first. Undefined: there is no such playlist. */
function listVideos(state: YouTubeState, playlistId: string, { channelId }: YouTubeAccess): YouTubeVideo[] | undefined {
  if (playlistId === uploadsOf(channelId))
    return state.videos.filter((video) => video.channelId === channelId).toReversed()
  return state.playlists
    .get(playlistId)
    ?.videoIds.flatMap((videoId) => state.videos.find(({ id }) => id === videoId) ?? [])
}

function servePlaylists(state: YouTubeState, { access }: ApiCall): YouTubeReply {
  const own = [...state.playlists].filter(([, { channelId }]) => channelId === access.channelId)
  return { status: 200, body: { items: own.map(([id, { title }]) => ({ id, snippet: { title } })) } }
}

function serveCategories(state: YouTubeState, { url }: ApiCall): YouTubeReply {
  if (!/^[A-Z]{2}$/.test(url.searchParams.get('regionCode') ?? '')) return state.complain('categories: regionCode')
  return { status: 200, body: { items: Object.entries(CATEGORIES).map(([id, snippet]) => ({ id, snippet })) } }
}

function serveAddToPlaylist(state: YouTubeState, { body, access }: ApiCall): YouTubeReply {
  const { snippet } = JSON.parse(body.toString()) as {
    snippet: { playlistId: string; resourceId: { kind: string; videoId: string } }
  }
  const { playlistId, resourceId } = snippet
  if (resourceId.kind !== 'youtube#video') return state.complain('playlistItems: kind')
  const playlist = state.playlists.get(playlistId)
  if (playlist?.channelId !== access.channelId) return youTubeError(404, 'playlistNotFound')
  if (!state.videos.some(({ id }) => id === resourceId.videoId)) return youTubeError(404, 'videoNotFound')
  // It takes a video twice.
  playlist.videoIds.push(resourceId.videoId)
  return { status: 200, body: { kind: 'youtube#playlistItem', id: 'PLI' } }
}

function serveComment(state: YouTubeState, { body, access }: ApiCall): YouTubeReply {
  const { snippet } = JSON.parse(body.toString()) as {
    snippet: { channelId?: string; videoId?: string; topLevelComment?: { snippet: { textOriginal?: string } } }
  }
  const text = snippet.topLevelComment?.snippet.textOriginal ?? ''
  if (snippet.channelId === undefined || snippet.videoId === undefined)
    return youTubeError(400, 'channelOrVideoIdMissing')
  if (snippet.channelId !== access.channelId) return youTubeError(404, 'channelNotFound')
  if (text === '') return youTubeError(400, 'commentTextRequired')
  const video = state.videos.find(({ id }) => id === snippet.videoId)
  if (!video) return youTubeError(404, 'videoNotFound')
  if (video.privacy === 'private') return youTubeError(403, 'forbidden')
  video.comments.push(text)
  return { status: 200, body: { kind: 'youtube#commentThread', id: 'UgC' } }
}

function serveThumbnail(state: YouTubeState, { url, request, body, access }: ApiCall): YouTubeReply {
  const video = state.videos.find(({ id }) => id === url.searchParams.get('videoId'))
  if (video?.channelId !== access.channelId) return youTubeError(404, 'videoNotFound')
  const mimeType = request.headers['content-type'] ?? ''
  if (!['image/jpeg', 'image/png', 'application/octet-stream'].includes(mimeType))
    return youTubeError(400, 'invalidImage')
  if (body.length === 0) return youTubeError(400, 'mediaBodyRequired')
  if (body.length > 2 * 1024 * 1024) return youTubeError(400, 'invalidImage')
  video.thumbnail = { mimeType, size: body.length }
  return { status: 200, body: { kind: 'youtube#thumbnailSetResponse', items: [] } }
}
