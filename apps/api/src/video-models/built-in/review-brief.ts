import { reviewBrief as reviewImageBrief } from '#image-models/built-in/review-brief.ts'
import type { VideoReview } from '../port.ts'

/** Finds that a brief asks for what words in motion cannot be. */
export function reviewBrief({ prompt }: { readonly prompt: string }): VideoReview | undefined {
  const review = reviewImageBrief({ prompt })
  if (!review) return undefined
  const message =
    'The prompt asks for a scene to be filmed or drawn, and the built-in video model only sets words in motion. Put the words that the video is to show in quotation marks, or have the operator configure a video model.'
  return { warning: { code: 'scene_not_made', message, field: 'prompt' }, isMade: false }
}
