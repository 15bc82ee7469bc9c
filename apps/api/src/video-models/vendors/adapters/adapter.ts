import type { VendorProgress, VideoBrief } from '#video-models/port.ts'
import type { VideoModelName } from '@powerpost/contract'
import type { VendorAnswer } from '../vendor-http.ts'

/** What is asked of a vendor. */
export interface VideoRequest {
  /** As callers name it: it decides which parameters there are. */
  readonly name: VideoModelName
  /** As the vendor names it. */
  readonly model: string
  readonly brief: VideoBrief
}

/** A request without what all of them have. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

interface Job {
  readonly model: string
  readonly job: string
}

/** How one vendor is spoken to. */
export interface VideoVendorAdapter {
  /** The variable that the vendor's own tools read its key from. */
  readonly keyVariable: string
  readonly defaultBaseUrl: string
  headersOf(apiKey: string): Readonly<Record<string, string>>
  /** The request that is paid. */
  submit(request: VideoRequest): Asked
  /** The vendor's name for the job, of the answer to that. Undefined: there is none in it. */
  readJob(body: unknown): string | undefined
  /**
   * Looks at a job.
   *
   * @param ask sends a request that may be repeated: its answer is a success, or says that there is no such job (404) or what is wrong
   * with it (400, 422)
   */
  look(job: Job, ask: (asked: Asked) => Promise<VendorAnswer>): Promise<VendorProgress>
  /** The request that stops a job. */
  cancel(job: Job): Asked
}

/** A picture as vendors take it in JSON. */
export function dataUri({ mimeType, bytes }: NonNullable<VideoBrief['source']>): string {
  return `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`
}
