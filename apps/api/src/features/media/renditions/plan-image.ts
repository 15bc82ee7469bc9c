import type { FileRules, Fit, RenditionChange } from '@powerpost/contract'
import { MEDIA_RULES } from '@powerpost/contract'
import type { MediumToPost } from '../post-media.repository.ts'
import { sayReshaping } from './changes.ts'
import { planShape } from './plan-shape.ts'
import type { RenditionPlan } from './rendition-plan.ts'

interface ImageOptions {
  readonly rules: FileRules
  readonly fit: Fit
  readonly focus?: { readonly x: number; readonly y: number } | undefined
}

const NAMES: Readonly<Record<string, string>> = { 'image/png': 'PNG', 'image/webp': 'WebP' }

/** What becomes of a picture that a platform does not take as it is. Undefined: it stays as it is. */
export function planImage(medium: MediumToPost, options: ImageOptions): RenditionPlan | undefined {
  const { rules } = options
  const shape = planShape(medium, options)
  const outline = shape.canvas ?? shape
  const changes = [...findChanges(medium, rules), ...sayReshaping(medium, shape)]
  if (changes.length === 0) return planCleaning(medium)
  if (!rules.formats.allowed.includes('image/jpeg')) return undefined
  const maxBytes = boundBytes(outline, rules)
  return {
    recipe: { kind: 'image', keepPixels: false, ...shape, maxBytes },
    changes: [...changes, ...sayPlace(medium)],
    result: {
      ...medium,
      mimeType: 'image/jpeg',
      width: outline.width,
      height: outline.height,
      size: Math.min(medium.size, maxBytes),
      facts: { color: { bit_depth: 8, hdr: false } },
    },
  }
}

/** No JPEG has more. */
const MAX_BYTES_PER_PIXEL = 3

/** The same for all platforms whose bounds it cannot reach, so that one rendition serves them. */
function boundBytes(
  { width, height }: { readonly width: number; readonly height: number },
  { size }: FileRules,
): number {
  const { maxBytes } = MEDIA_RULES.image
  const limit = Math.min(size?.max ?? Infinity, maxBytes)
  return width * height * MAX_BYTES_PER_PIXEL <= limit ? maxBytes : limit
}

/** Only where it was taken is removed: its pixels stay as they are. */
function planCleaning(medium: MediumToPost): RenditionPlan | undefined {
  const { facts, mimeType, width, height } = medium
  if (!facts?.has_place || mimeType === 'image/webp') return undefined
  const recipe = { kind: 'image', keepPixels: true, width, height, maxBytes: MEDIA_RULES.image.maxBytes } as const
  return { recipe, changes: sayPlace(medium), result: { ...medium, facts: { ...facts, has_place: false } } }
}

function sayPlace({ facts }: MediumToPost): RenditionChange[] {
  return facts?.has_place ? [{ change: 'location', message: 'The location where it was taken is removed.' }] : []
}

/** What of a picture a JPEG of the web has not: it is written as one. */
function findChanges({ mimeType, size, facts = {} }: MediumToPost, rules: FileRules): RenditionChange[] {
  const isTaken = rules.formats.allowed.includes(mimeType)
  const isJpeg = mimeType === 'image/jpeg'
  const found: (RenditionChange | false)[] = [
    !isTaken && { change: 'format', message: `${NAMES[mimeType] ?? 'The picture'} is converted to JPEG.` },
    !isTaken &&
      facts.has_alpha === true && { change: 'transparency', message: 'What is transparent is shown on white.' },
    isJpeg && facts.upright === false && { change: 'orientation', message: 'It is turned upright.' },
    (isJpeg || !isTaken) && facts.srgb === false && { change: 'color', message: 'Its colors are converted to sRGB.' },
    isTaken &&
      size > (rules.size?.max ?? Infinity) && {
        change: 'file_size',
        message: 'It is compressed as JPEG, so that the file is small enough.',
      },
    isTaken &&
      facts.multi_picture === true &&
      rules.encoding?.singlePicture !== undefined && {
        change: 'multi_picture',
        message: 'Only the first picture of the file is kept.',
      },
  ]
  return found.filter((change) => change !== false)
}
