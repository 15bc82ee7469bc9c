import { z } from 'zod'
import { nameJobFailure } from '../read-refusal.ts'
import type { VideoRequest, VideoVendorAdapter } from './adapter.ts'
import { dataUri } from './adapter.ts'

const submittedSchema = z.looseObject({ id: z.string().min(1).max(200) })
const predictionSchema = z.looseObject({
  status: z.string(),
  output: z.union([z.url(), z.array(z.url())]).nullish(),
  error: z.string().nullish(),
})

const RATIOS = { landscape: '16:9', portrait: '9:16' } as const

/** Replicate's predictions: https://replicate.com/docs/reference/http#models.predictions.create */
export const replicate: VideoVendorAdapter = {
  keyVariable: 'REPLICATE_API_TOKEN',
  defaultBaseUrl: 'https://api.replicate.com/v1',
  headersOf: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  submit: (request) => ({
    method: 'POST',
    path: `/models/${request.model}/predictions`,
    body: { input: inputOf(request) },
  }),
  readJob: (body) => submittedSchema.safeParse(body).data?.id,
  async look({ job }, ask) {
    const { status, body, text } = await ask({ method: 'GET', path: `/predictions/${encodeURIComponent(job)}` })
    if (status === 404) return { state: 'unknown' }
    const prediction = predictionSchema.safeParse(body).data
    const url = [prediction?.output ?? []].flat()[0]
    if (prediction?.status === 'succeeded' && url !== undefined) return { state: 'ready', url }
    if (prediction && ['succeeded', 'failed', 'canceled', 'aborted'].includes(prediction.status)) {
      return { state: 'failed', failure: nameJobFailure(prediction.error ?? ''), said: text }
    }
    return { state: 'working' }
  },
  cancel: ({ job }) => ({ method: 'POST', path: `/predictions/${encodeURIComponent(job)}/cancel` }),
}

function inputOf({ name, brief }: VideoRequest): Readonly<Record<string, unknown>> {
  const { prompt, size, duration, hasAudio, source, seed } = brief
  const shared = { prompt, aspect_ratio: RATIOS[size], duration }
  if (name === 'kling-3.0-pro') {
    return { ...shared, mode: 'pro', generate_audio: hasAudio, ...(source && { start_image: dataUri(source) }) }
  }
  const image = source && { image: dataUri(source) }
  if (name === 'veo-3.1') {
    return { ...shared, resolution: duration === 8 ? '1080p' : '720p', generate_audio: hasAudio, seed, ...image }
  }
  return { ...shared, seed, ...image }
}
