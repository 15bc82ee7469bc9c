import type { RawRequest, SubmittedVideo, VideoWire } from './wire.ts'
import { oneOf, readAudio, readImage, readJson, readText, SAID, WireError } from './wire.ts'

/** https://fal.ai/docs/documentation/model-apis/inference/queue, and the pages of the two models. */
export const fal: VideoWire = {
  basePath: '',
  headersOf: (key) => ({ authorization: `Key ${key}` }),
  routeOf({ method, path }) {
    const [, app, job, rest] = /^\/(fal-ai\/[\w.-]+)\/requests\/([\w-]+)(?:\/(status|cancel))?$/u.exec(path) ?? []
    if (app === undefined || job === undefined) return method === 'POST' ? { kind: 'submit' } : undefined
    if (method === 'PUT' && rest === 'cancel') return { kind: 'cancel', job }
    if (method !== 'GET') return undefined
    return { kind: rest === 'status' ? 'look' : 'result', job }
  },
  read(request) {
    switch (request.path) {
      case '/fal-ai/kling-video/v3/pro/text-to-video':
        return readKling(request, ['prompt', 'duration', 'aspect_ratio', 'generate_audio'])
      case '/fal-ai/kling-video/v3/pro/image-to-video':
        return readKling(request, ['prompt', 'duration', 'start_image_url', 'generate_audio'])
      case '/fal-ai/veo3.1':
        return readVeo(request, [])
      case '/fal-ai/veo3.1/image-to-video':
        return readVeo(request, ['image_url'])
      default:
        throw new WireError(`${request.path} is no endpoint`)
    }
  },
  accepted: (job) => ({
    status: 200,
    body: {
      status: 'IN_QUEUE',
      request_id: job,
      response_url: 'https://queue.fal.run/unused',
      status_url: 'https://queue.fal.run/unused/status',
      cancel_url: 'https://queue.fal.run/unused/cancel',
      queue_position: 0,
    },
  }),
  replyTo(route, job, state) {
    if (route === 'look') {
      const isOver = state.state !== 'working'
      return { status: isOver ? 200 : 202, body: { request_id: job, status: isOver ? 'COMPLETED' : 'IN_PROGRESS' } }
    }
    if (state.state === 'ready') {
      return { status: 200, body: { video: { url: state.url, content_type: 'video/mp4', file_name: 'output.mp4' } } }
    }
    const type = state.state === 'failed' && state.moderated ? 'content_policy_violation' : 'generation_failed'
    return { status: 422, body: { detail: [{ loc: ['body'], msg: SAID, type }] } }
  },
  refusal: {
    status: 422,
    body: { detail: [{ loc: ['body', 'prompt'], msg: SAID, type: 'content_policy_violation' }] },
  },
}

const RATIOS = ['16:9', '9:16', '1:1'] as const

function readKling(request: RawRequest, known: readonly string[]): SubmittedVideo {
  const fields = readJson(request, known)
  const isText = known.includes('aspect_ratio')
  return {
    model: request.path.slice(1),
    prompt: readText(fields['prompt'], 'prompt'),
    shape: isText ? oneOf(fields['aspect_ratio'], RATIOS, 'aspect_ratio') : undefined,
    seconds: Number(oneOf(fields['duration'], ['3', '5', '10', '15'], 'duration')),
    audio: readAudio(fields['generate_audio']),
    image: readImage(fields['start_image_url']),
  }
}

function readVeo(request: RawRequest, more: readonly string[]): SubmittedVideo {
  const known = ['prompt', 'duration', 'aspect_ratio', 'resolution', 'generate_audio', 'auto_fix', 'seed', ...more]
  const fields = readJson(request, known)
  oneOf(fields['resolution'], ['720p', '1080p'], 'resolution')
  return {
    model: request.path.slice(1),
    prompt: readText(fields['prompt'], 'prompt'),
    shape: oneOf(fields['aspect_ratio'], ['16:9', '9:16'], 'aspect_ratio'),
    seconds: Number.parseInt(oneOf(fields['duration'], ['4s', '6s', '8s'], 'duration'), 10),
    audio: readAudio(fields['generate_audio']),
    image: readImage(fields['image_url']),
  }
}
