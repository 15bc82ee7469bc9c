import type { Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateVideoRequest, VideoEstimate } from '@powerpost/contract'
import { priceVideo } from '@powerpost/contract'
import { planVideo } from './plan-video.ts'

interface EstimateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateVideoRequest
}

/** What a video would cost. Starts nothing, and refuses what generating it would. */
export async function estimateVideo(trx: Trx, options: EstimateOptions): Promise<VideoEstimate> {
  const { model, duration, has_audio } = options.request
  const { price } = await planVideo(trx, options)
  return {
    credits: price,
    credits_silent: priceVideo({ model, duration, hasAudio: false }),
    model,
    duration,
    has_audio,
  }
}
