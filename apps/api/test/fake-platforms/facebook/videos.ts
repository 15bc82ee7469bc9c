import type { GraphCall, GraphReply, GraphRoute } from '#platforms/meta/testing/index.ts'
import { graphError } from '#platforms/meta/testing/index.ts'
import { POLICY, refuseOther } from './posts.ts'
import type { FacebookState, FacebookVideo } from './state.ts'

const HOST = 'graph.facebook.com'
const UPLOADS = 'rupload.facebook.com'
const POSTING = ['pages_manage_posts', 'pages_read_engagement']

const stepOf = ({ fields }: GraphCall) => (fields.get('upload_phase') === 'finish' ? 'publish' : 'prepare')

/** Videos of posts, reels and video stories: started, uploaded in their order, finished once. */
export function videoRoutes(state: FacebookState, videoHost: string): readonly GraphRoute[] {
  const common = { host: HOST, step: stepOf, scopes: POSTING } as const
  return [
    { ...common, host: videoHost, name: 'POST /:id/videos', serve: serveVideos },
    { ...common, name: 'POST /:id/video_reels', serve: (call) => serveReels(call, 'reel') },
    { ...common, name: 'POST /:id/video_stories', serve: (call) => serveReels(call, 'video_story') },
    { host: UPLOADS, name: 'POST /video-upload/:id', step: 'prepare', token: 'OAuth', serve: serveUpload },
    {
      host: HOST,
      name: 'GET /:id',
      step: ({ id }) => (state.videos.get(id)?.finished ? 'look up' : 'prepare'),
      fields: ['fields'],
      serve: serveObject,
    },
  ]

  function begin(pageId: string, kind: FacebookVideo['kind'], size?: number): FacebookVideo {
    const session = kind === 'video' ? state.makeId() : undefined
    const id = state.makeId()
    const video = { id, pageId, kind, session, size, received: 0, finished: false, left: state.facebook.slowly }
    state.videos.set(id, video)
    return video
  }

  function serveVideos(call: GraphCall): GraphReply {
    const { fields, id: pageId, file } = call
    const refused = refuseOther(call)
    if (refused) return refused
    const phase = fields.get('upload_phase')
    if (phase === 'start') {
      const video = begin(pageId, 'video', Number(fields.get('file_size')))
      return { status: 200, body: { video_id: video.id, upload_session_id: video.session, ...offsets(video) } }
    }
    const session = fields.get('upload_session_id')
    const video = [...state.videos.values()].find((one) => one.session !== undefined && one.session === session)
    if (video?.pageId !== pageId) return graphError(6000, { subcode: 1363030, message: 'The session is gone' })
    if (phase === 'transfer') {
      if (Number(fields.get('start_offset')) !== video.received) {
        const reply = graphError(6000, { subcode: 1363037, message: 'Your upload does not begin where expected' })
        const { error } = reply.body as { error: object }
        return { ...reply, body: { error: { ...error, error_data: offsets(video) } } }
      }
      if (!file || file.size === 0 || file.size > state.facebook.partBytes) return state.complain('transfer: the part')
      video.received += file.size
      return { status: 200, body: offsets(video) }
    }
    return finish(video, fields, ['upload_session_id', 'description', 'place'])
  }

  function offsets({ received, size = 0 }: FacebookVideo): object {
    return { start_offset: String(received), end_offset: String(Math.min(size, received + state.facebook.partBytes)) }
  }

  function serveReels(call: GraphCall, kind: 'reel' | 'video_story'): GraphReply {
    const { fields, id: pageId } = call
    const refused = refuseOther(call)
    if (refused) return refused
    if (fields.get('upload_phase') === 'start') {
      if ([...fields.keys()].length > 1) return state.complain('start: further fields')
      const { id } = begin(pageId, kind)
      return { status: 200, body: { video_id: id, upload_url: `https://${UPLOADS}/video-upload/v26.0/${id}` } }
    }
    const video = state.videos.get(fields.get('video_id') ?? '')
    if (video?.pageId !== pageId || video.kind !== kind) return graphError(100, { subcode: 33 })
    const isReel = kind === 'reel'
    if (isReel && fields.get('video_state') !== 'PUBLISHED') return state.complain('finish: a reel that nobody sees')
    return finish(video, fields, isReel ? ['video_id', 'video_state', 'description', 'place'] : ['video_id'])
  }

  function finish(video: FacebookVideo, fields: URLSearchParams, allowed: readonly string[]): GraphReply {
    const unknown = [...fields.keys()].find((name) => name !== 'upload_phase' && !allowed.includes(name))
    if (unknown !== undefined) return state.complain(`finish: the field ${unknown}`)
    if (video.size === undefined || video.received < video.size) {
      return state.complain(`finish: ${video.received} of ${video.size} bytes`)
    }
    if (video.finished) return graphError(6000, { subcode: 1363020, message: 'The video is published already' })
    if (state.facebook.refuseContent) return POLICY
    video.finished = true
    const { id, pageId, kind } = video
    const message = fields.get('description') ?? ''
    const rest = Object.fromEntries([...fields].filter(([name]) => name === 'place'))
    if (!state.facebook.inVain) state.show({ id, pageId, kind, message, photoIds: [], fields: rest })
    return { status: 200, body: { success: true } }
  }

  /** Takes bytes from where it has them to the end of the file, and no less. */
  function serveUpload({ id, request, body, token }: GraphCall): GraphReply {
    const video = state.videos.get(id)
    if (!video || token?.ownerId !== video.pageId) return graphError(100, { subcode: 33 })
    const [offset, size] = [Number(request.headers['offset']), Number(request.headers['file_size'])]
    if (offset !== video.received || !(size > 0)) return state.complain(`upload: from ${offset}, not ${video.received}`)
    video.size = size
    const { cutUploadAfter } = state.facebook
    if (cutUploadAfter !== undefined) {
      state.facebook.cutUploadAfter = undefined
      video.received += Math.min(cutUploadAfter, body.length)
      request.socket.destroy()
      return { status: 200 }
    }
    if (offset + body.length !== size) return state.complain(`upload: ${body.length} bytes from ${offset} of ${size}`)
    video.received = size
    return { status: 200, body: { success: true } }
  }

  function serveObject({ id, fields, token }: GraphCall): GraphReply {
    const page = state.pages.find((one) => one.id === id)
    if (page) {
      const access_token = fields.get('fields')?.includes('access_token') && page.tasks.length > 0
      return {
        status: 200,
        body: { id, ...(access_token && { access_token: state.grantPage(id, token?.scopes ?? []) }) },
      }
    }
    const video = state.videos.get(id)
    if (!video || token?.ownerId !== video.pageId) return graphError(100, { subcode: 33, message: 'Unsupported get' })
    return { status: 200, body: { id, status: statusOf(video) } }
  }

  function statusOf(video: FacebookVideo): object {
    const { received, size, finished } = video
    const uploaded = size !== undefined && received >= size
    const uploading_phase = { status: uploaded ? 'complete' : 'in_progress', bytes_transfered: received }
    const none = { status: 'not_started' }
    if (!finished) {
      const video_status = uploaded ? 'upload_complete' : 'uploading'
      return { video_status, uploading_phase, processing_phase: none, publishing_phase: none }
    }
    if (state.facebook.inVain) {
      return { video_status: 'error', uploading_phase, processing_phase: { status: 'error' }, publishing_phase: none }
    }
    if (video.left > 0) {
      video.left -= 1
      const processing_phase = { status: 'in_progress' }
      return { video_status: 'processing', uploading_phase, processing_phase, publishing_phase: none }
    }
    const done = { status: 'complete' }
    const publishing_phase = { status: 'complete', publish_status: 'published' }
    return { video_status: 'ready', uploading_phase, processing_phase: done, publishing_phase }
  }
}
