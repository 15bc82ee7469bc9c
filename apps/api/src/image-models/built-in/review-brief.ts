import type { BriefReview, ImageBrief } from '../port.ts'
import { beginningOf } from './words/shorten-words.ts'
import { findPictureRequest } from './words/picture-request.ts'
import type { PictureRequest } from './words/picture-request.ts'

const ASKED: Record<PictureRequest, string> = {
  photograph: 'a photograph',
  illustration: 'an illustration',
  logo: 'a logo',
  'without words': 'a picture without words',
  scene: 'a scene to be shown',
}

/** A request stands at the beginning, or at the end, of a text that is not long. */
const READ = 1500

/** Finds that a brief asks for what words on a card cannot be. With a caption there is something to be set all the same. */
export function reviewBrief({ prompt, caption }: Pick<ImageBrief, 'prompt' | 'caption'>): BriefReview | undefined {
  const request = prompt === undefined ? undefined : findPictureRequest(beginningOf(prompt, READ))
  if (request === undefined) return undefined
  const asked = `The prompt asks for ${ASKED[request]}, and the built-in image model only sets words.`
  const message = caption
    ? `${asked} A card with the caption was drawn instead.`
    : `${asked} Put the words that a card is to say in quotation marks, or have the operator configure an image model.`
  return { warning: { code: 'picture_not_drawn', message, field: 'prompt' }, isDrawn: caption !== undefined }
}
