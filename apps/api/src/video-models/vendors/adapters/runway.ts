import { z } from 'zod'
import { nameJobFailure } from '../read-refusal.ts'
import type { VideoVendorAdapter } from './adapter.ts'
import { dataUri } from './adapter.ts'

const submittedSchema = z.looseObject({ id: z.string().min(1).max(200) })
const taskSchema = z.looseObject({
  status: z.string(),
  output: z.array(z.url()).optional(),
  failure: z.string().nullish(),
  failureCode: z.string().nullish(),
})

const RATIOS = { landscape: '1280:720', portrait: '720:1280' } as const

/** Runway's tasks: https://docs.dev.runwayml.com/api */
export const runway: VideoVendorAdapter = {
  keyVariable: 'RUNWAYML_API_SECRET',
  defaultBaseUrl: 'https://api.dev.runwayml.com',
  headersOf: (apiKey) => ({ authorization: `Bearer ${apiKey}`, 'x-runway-version': '2024-11-06' }),
  submit: ({ model, brief: { prompt, size, duration, source, seed } }) => ({
    method: 'POST',
    path: source ? '/v1/image_to_video' : '/v1/text_to_video',
    body: {
      model,
      promptText: prompt,
      ratio: RATIOS[size],
      duration,
      seed,
      ...(source && { promptImage: dataUri(source) }),
    },
  }),
  readJob: (body) => submittedSchema.safeParse(body).data?.id,
  async look({ job }, ask) {
    const { status, body, text } = await ask({ method: 'GET', path: pathOf(job) })
    if (status === 404) return { state: 'unknown' }
    const task = taskSchema.safeParse(body).data
    const url = task?.output?.[0]
    if (task?.status === 'SUCCEEDED' && url !== undefined) return { state: 'ready', url }
    if (task && ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(task.status)) {
      const said = `${task.failureCode ?? ''} ${task.failure ?? ''}`
      return { state: 'failed', failure: nameJobFailure(said), said: text }
    }
    return { state: 'working' }
  },
  cancel: ({ job }) => ({ method: 'DELETE', path: pathOf(job) }),
}

function pathOf(job: string): string {
  return `/v1/tasks/${encodeURIComponent(job)}`
}
