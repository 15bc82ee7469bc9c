import type { Brief, Extra, Extras, PlatformCaption } from '#models/port.ts'
import type { Warning } from '@powerpost/contract'
import { measureText } from '@powerpost/contract'
import { composeFirstComment } from './first-comment.ts'
import { splitThread } from './split-thread.ts'

/** What was asked for besides the captions, as it is kept and shown. */
interface FinishedExtras {
  /** Of each image, in the order of the media. */
  readonly altTexts?: readonly string[]
  readonly firstComment?: string
  readonly thread?: readonly string[]
}

export interface CompleteOptions {
  readonly brief: Brief
  readonly captions: readonly PlatformCaption[]
  /** What the model wrote of it. */
  readonly written: Partial<Extras>
  readonly onWarning: (warning: Warning) => void
}

/** Takes what a model wrote, does by rules what rules can, and warns of the rest. */
export function completeExtras({ brief, captions, written, onWarning }: CompleteOptions): FinishedExtras {
  const include = new Set<Extra>(brief.include)
  const thread = include.has('thread') ? threadOf(captions, written) : undefined
  const firstComment = include.has('first_comment')
    ? (written.firstComment ?? composeFirstComment(captions, brief.ctaText))
    : undefined
  const altTexts = include.has('alt_text') ? altTextsOf(brief, written) : undefined
  if (include.has('alt_text') && !altTexts) onWarning(notDone(noAltText(brief)))
  if (include.has('first_comment') && firstComment === undefined) {
    onWarning(notDone('There is no first comment: the captions have no link and no hashtags to make one of.'))
  }
  return {
    ...(altTexts && { altTexts }),
    ...(firstComment !== undefined && { firstComment }),
    ...(thread && { thread }),
  }
}

/** A part that is too long for X is split like any text. */
function threadOf(captions: readonly PlatformCaption[], { thread }: Partial<Extras>): string[] {
  const parts = thread ?? [longestOf(captions)]
  const isWhole = parts.every((part) => measureText(part, 'x_weighted') <= 280)
  return isWhole ? [...parts] : parts.flatMap(splitThread)
}

function longestOf(captions: readonly PlatformCaption[]): string {
  const texts = captions.map(({ caption }) => (typeof caption === 'string' ? caption : caption.description))
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

function altTextsOf({ media }: Brief, { altTexts }: Partial<Extras>): readonly string[] | undefined {
  const isOfImages = media.length > 0 && media.every(({ kind }) => kind === 'image')
  return isOfImages && altTexts?.length === media.length ? altTexts : undefined
}

function noAltText({ media }: Brief): string {
  if (media.length === 0) return 'There is no alt text: the request has no images.'
  if (media.some(({ kind }) => kind === 'video')) return 'There is no alt text: only images have one.'
  return 'There is no alt text: it needs a model that sees the images.'
}

function notDone(message: string): Warning {
  return { code: 'include_not_done', message, field: 'include' }
}
