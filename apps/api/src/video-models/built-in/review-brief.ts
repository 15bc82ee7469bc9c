import { reviewBrief as reviewImageBrief } from '#image-models/built-in/review-brief.ts'
import type { VideoReview } from '../port.ts'

/** Whether a prompt asks for what is to be seen, not for words to be read. */
export function asksForScene(prompt: string): boolean {
  return reviewImageBrief({ prompt }) !== undefined
}

/** Finds that a brief asks for what words in motion cannot be. An image can be moved all the same. */
export function reviewBrief(brief: { readonly prompt: string; readonly hasSource: boolean }): VideoReview | undefined {
  if (!asksForScene(brief.prompt)) return undefined
  const asked =
    'The prompt asks for a scene to be filmed or drawn, and the built-in video model only moves words and images.'
  const message = brief.hasSource
    ? `${asked} The source image was set in motion instead.`
    : `${asked} Put the words that the video is to show in quotation marks, or have the operator configure a video model.`
  return { warning: { code: 'scene_not_made', message, field: 'prompt' }, isMade: brief.hasSource }
}
