import { ModelError } from '#models/port.ts'
import type { VendorVideoModel } from '#video-models/port.ts'
import type { VideoModelName } from '@powerpost/contract'
import type { Asked } from './adapters/index.ts'
import { VIDEO_VENDORS } from './adapters/index.ts'
import { isRefusal, toModelError } from './read-refusal.ts'
import type { VideoVendor } from './spec.ts'
import type { VendorAnswer } from './vendor-http.ts'
import { createVendorHttp } from './vendor-http.ts'

export interface VendorVideoModelOptions {
  /** As callers name it. */
  readonly name: VideoModelName
  readonly vendor: VideoVendor
  /** As the vendor names it. */
  readonly model: string
  readonly apiKey: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** How long a vendor may take to accept a request. Milliseconds. @default 90_000 */
  readonly submitTimeoutMs?: number
  /** How long it may take to say how far a job is. Milliseconds. @default 30_000 */
  readonly lookTimeoutMs?: number
}

/** With an image of a megabyte on a slow line. */
const SUBMIT_TIMEOUT_MS = 90_000
const LOOK_TIMEOUT_MS = 30_000

/** A vendor's model, spoken to by its own REST API: see docs/decisions/0105. */
export function createVendorVideoModel(options: VendorVideoModelOptions): VendorVideoModel {
  const { name: modelName, vendor, model, apiKey, baseUrl } = options
  const { submitTimeoutMs = SUBMIT_TIMEOUT_MS, lookTimeoutMs = LOOK_TIMEOUT_MS } = options
  const adapter = VIDEO_VENDORS[vendor]
  const name = `${vendor}:${model}`
  const http = createVendorHttp({ baseUrl, headers: adapter.headersOf(apiKey) })
  const ask = async (asked: Asked, signal: AbortSignal): Promise<VendorAnswer> => {
    const answer = await http({ ...asked, signal: AbortSignal.any([signal, AbortSignal.timeout(lookTimeoutMs)]) })
    if (answer.status < 300 || [400, 404, 422].includes(answer.status)) return answer
    throw toModelError(answer, { name, apiKey })
  }
  return {
    name,
    builtIn: false,
    async submit(brief, { onUsage }) {
      const from = performance.now()
      const asked = adapter.submit({ name: modelName, model, brief })
      const answer = await http({ ...asked, signal: AbortSignal.timeout(submitTimeoutMs) }).catch((cause: unknown) => {
        if (!wasNeverSent(cause)) throw cause
        throw new ModelError('down', `${name} could not be reached.`, { cause })
      })
      if (isRefusal(answer)) throw toModelError(answer, { name, apiKey })
      const job = answer.status < 300 ? adapter.readJob(answer.body) : undefined
      if (job === undefined) throw new Error(`${name} answered with ${answer.status} and no job.`)
      onUsage?.({ model, inputTokens: 0, outputTokens: 0, durationMs: performance.now() - from })
      return job
    },
    async check(job, signal) {
      try {
        return await adapter.look({ model, job }, (asked) => ask(asked, signal))
      } catch (cause) {
        signal.throwIfAborted()
        throw cause instanceof ModelError ? cause : new ModelError('down', `${name} gave no answer.`, { cause })
      }
    },
    async cancel(job, signal) {
      await ask(adapter.cancel({ model, job }), signal)
    },
  }
}

/** Failures of before the first byte of a request: nobody was found, or nobody answered the door. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && (BEFORE_SENDING.has(code) || code.startsWith('ERR_TLS_') || code.includes('CERT'))
}
