import type { FetchMedia } from './fetch-media.ts'
import { findMistake, kindOf } from './fields.ts'
import type { InstagramAccess, InstagramContainer, InstagramReply, InstagramState } from './state.ts'
import { complain, graphError } from './state.ts'

const DAY_MS = 24 * 3600_000
const LONGEST_CAPTION = 2200
const LONGEST_ALT_TEXT = 1000

interface CreateOptions {
  readonly state: InstagramState
  readonly access: InstagramAccess
  readonly fields: Readonly<Record<string, string>>
  readonly fetchMedia: FetchMedia
  /** Whether the host was that of Facebook, whose tokens alone may send videos. */
  readonly takesUploads: boolean
  /** Of the upload host. */
  readonly uploadUrl: string
}

/** `POST /{ig-user}/media`: a picture is fetched before the answer, a video after it. */
export async function serveCreate(options: CreateOptions): Promise<InstagramReply> {
  const { state, access, fields, fetchMedia, takesUploads, uploadUrl } = options
  const kind = kindOf(fields)
  if (!kind) return graphError(100, 2207023, 'Unknown media type')
  const mistake = findMistake(kind, fields)
  if (mistake !== undefined) return complain(state, mistake)
  if ('upload_type' in fields && !takesUploads) return complain(state, 'upload_type with a token of Instagram Login')
  if (state.manner.refuseContent || (fields['caption'] ?? '').length > LONGEST_CAPTION) {
    return graphError(36004, 2207010, 'The caption was too long.')
  }
  if ((fields['alt_text'] ?? '').length > LONGEST_ALT_TEXT) return complain(state, 'alt_text is too long')
  const children = fields['children']?.split(',') ?? []
  const wrongChild = findWrongChild(state, access, children)
  if (wrongChild) return wrongChild
  for (const address of [fields['image_url'], fields['cover_url']]) {
    const failure = address === undefined ? undefined : await fetchMedia(address, 'image')
    if (failure !== undefined) return graphError(9004, failure, 'The media could not be fetched from this URI')
  }
  const video = fields['video_url']
  const id = state.makeId()
  const container: InstagramContainer = {
    id,
    userId: access.userId,
    kind,
    fields,
    isVideo: kind === 'REELS' || kind === 'VIDEO' || (kind === 'STORIES' && !('image_url' in fields)),
    isChild: fields['is_carousel_item'] === 'true',
    children,
    endsAt: state.now() + DAY_MS,
    status: 'IN_PROGRESS',
    left: state.manner.slowly,
    ...(video !== undefined && { fetching: fetchMedia(video, 'video') }),
    ...('upload_type' in fields && { upload: { received: 0, size: undefined } }),
  }
  state.containers.set(id, container)
  const uri = container.upload && { uri: `${uploadUrl}/ig-api-upload/v26.0/${id}` }
  return { status: 200, body: { id, ...uri } }
}

function findWrongChild(
  state: InstagramState,
  { userId }: InstagramAccess,
  children: readonly string[],
): InstagramReply | undefined {
  for (const id of children) {
    const child = state.containers.get(id)
    if (!child?.isChild || child.userId !== userId) return complain(state, `child ${id}`)
    if (child.status === 'EXPIRED') return graphError(-2, 2207020, 'The media you are trying to access has expired')
    if (child.status !== 'FINISHED') return complain(state, `child ${id} is not finished`)
  }
  return undefined
}

const STATUS_FIELDS = ['status_code', 'status', 'video_status', 'id']

/** `GET /{ig-container}`. */
export async function serveContainer(
  state: InstagramState,
  container: InstagramContainer,
  query: URLSearchParams,
): Promise<InstagramReply> {
  const fields = (query.get('fields') ?? '').split(',')
  const unknown = fields.find((name) => !STATUS_FIELDS.includes(name))
  if (unknown !== undefined) return complain(state, `container: ${unknown}`)
  await advance(state, container)
  const isLate = container.status === 'PUBLISHED' && state.manner.publishedLateBy > 0
  if (isLate) state.manner.publishedLateBy -= 1
  const status_code = isLate ? 'FINISHED' : container.status
  const { upload, subcode } = container
  const words = subcode === undefined ? status_code : `Error: Media upload has failed with error code ${subcode}`
  return {
    status: 200,
    body: {
      id: container.id,
      ...(fields.includes('status_code') && { status_code }),
      ...(fields.includes('status') && { status: words }),
      ...(fields.includes('video_status') &&
        upload && { video_status: { uploading_phase: { status: 'in_progress', bytes_transferred: upload.received } } }),
    },
  }
}

/** What a container has come to when it is asked for. */
export async function advance(state: InstagramState, container: InstagramContainer): Promise<void> {
  if (container.status !== 'IN_PROGRESS') return
  if (container.endsAt < state.now()) return void (container.status = 'EXPIRED')
  const { upload } = container
  if (upload && upload.received !== upload.size) return
  if (container.left > 0) return void (container.left -= 1)
  const subcode = (await container.fetching) ?? (state.manner.failWith || undefined)
  if (subcode === undefined) return void (container.status = 'FINISHED')
  container.status = 'ERROR'
  container.subcode = subcode
}
