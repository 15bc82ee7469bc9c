import { z } from 'zod'
import { nameJobFailure } from '../read-refusal.ts'
import type { VideoRequest, VideoVendorAdapter } from './adapter.ts'
import { dataUri } from './adapter.ts'

const submittedSchema = z.looseObject({ request_id: z.string().min(1).max(200) })
const statusSchema = z.looseObject({ status: z.string() })
const resultSchema = z.looseObject({ video: z.looseObject({ url: z.url() }) })

const RATIOS = { landscape: '16:9', portrait: '9:16' } as const

/** fal's queue, which keeps a request until it is done: https://fal.ai/docs/documentation/model-apis/inference/queue */
export const fal: VideoVendorAdapter = {
  keyVariable: 'FAL_API_KEY',
  defaultBaseUrl: 'https://queue.fal.run',
  headersOf: (apiKey) => ({ authorization: `Key ${apiKey}` }),
  submit: (request) => ({ method: 'POST', path: `/${endpointOf(request)}`, body: inputOf(request) }),
  readJob: (body) => submittedSchema.safeParse(body).data?.request_id,
  async look({ model, job }, ask) {
    const path = `/${appOf(model)}/requests/${encodeURIComponent(job)}`
    const { status, body } = await ask({ method: 'GET', path: `${path}/status` })
    if (status === 404) return { state: 'unknown' }
    if (statusSchema.safeParse(body).data?.status !== 'COMPLETED') return { state: 'working' }
    const result = await ask({ method: 'GET', path })
    const made = resultSchema.safeParse(result.body)
    if (made.success) return { state: 'ready', url: made.data.video.url }
    return { state: 'failed', failure: nameJobFailure(result.text), said: result.text }
  },
  cancel: ({ model, job }) => ({
    method: 'PUT',
    path: `/${appOf(model)}/requests/${encodeURIComponent(job)}/cancel`,
  }),
}

/** Requests are looked at under the app, not under the endpoint of it that was called. */
function appOf(model: string): string {
  return model.split('/').slice(0, 2).join('/')
}

/** A video that begins with an image has an endpoint of its own. */
function endpointOf({ name, model, brief }: VideoRequest): string {
  if (brief.source) return `${model}/image-to-video`
  return name === 'veo-3.1' ? model : `${model}/text-to-video`
}

function inputOf({ name, brief }: VideoRequest): Readonly<Record<string, unknown>> {
  const { prompt, size, duration, hasAudio, source, seed } = brief
  const shared = { prompt, generate_audio: hasAudio }
  if (name === 'kling-3.0-pro') {
    // Of an image the shape is that of the image.
    const shape = source ? { start_image_url: dataUri(source) } : { aspect_ratio: RATIOS[size] }
    return { ...shared, ...shape, duration: String(duration) }
  }
  if (name === 'veo-3.1') {
    return {
      ...shared,
      aspect_ratio: RATIOS[size],
      duration: `${duration}s`,
      // Veo makes 1080 lines of eight seconds only.
      resolution: duration === 8 ? '1080p' : '720p',
      // Whether a prompt is rewritten is the caller's to say, and done before.
      auto_fix: false,
      seed,
      ...(source && { image_url: dataUri(source) }),
    }
  }
  return { prompt, aspect_ratio: RATIOS[size], duration, seed, ...(source && { image_url: dataUri(source) }) }
}
