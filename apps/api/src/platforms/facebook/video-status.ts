import type { GraphApi } from '../meta/index.ts'
import type { StepOptions } from '../port.ts'
import { PATHS } from './endpoints.ts'
import { videoSchema } from './wire.ts'

/** How far a video is at Facebook. */
export interface VideoState {
  /** How many bytes of it Facebook has. */
  readonly has: number
  /** People can see it. */
  readonly isPublished: boolean
  /** It was finished: Facebook works on it, and publishes it by itself. */
  readonly isAtWork: boolean
  /** It could not be processed, or is gone. */
  readonly isBroken: boolean
}

/** https://developers.facebook.com/docs/graph-api/reference/video: `status` */
export async function readVideo(api: GraphApi, videoId: string, options: StepOptions): Promise<VideoState> {
  const request = { method: 'GET', path: PATHS.object(videoId), query: { fields: 'status' } } as const
  const { status = {} } = await api.ask(videoSchema, request, options)
  const { video_status, uploading_phase, processing_phase, publishing_phase } = status
  const phases = [uploading_phase, processing_phase, publishing_phase].map((phase) => phase?.status)
  const publishing = publishing_phase?.status
  const isPublished =
    publishing_phase?.publish_status === 'published' ||
    publishing === 'complete' ||
    // A video without phases of its own is there when it is ready.
    (publishing === undefined && video_status === 'ready')
  const has = uploading_phase?.bytes_transfered ?? uploading_phase?.bytes_transferred ?? 0
  return {
    has,
    isPublished,
    isBroken: !isPublished && (phases.includes('error') || video_status === 'error' || video_status === 'expired'),
    isAtWork:
      publishing === 'in_progress' || processing_phase?.status === 'in_progress' || video_status === 'processing',
  }
}
