import type { FileRules, RenditionChange } from '@powerpost/contract'
import { MEDIA_RULES } from '@powerpost/contract'
import type { MediumToPost } from '../post-media.repository.ts'
import type { RenditionPlan } from './rendition-plan.ts'

const NAMES: Readonly<Record<string, string>> = { 'image/png': 'PNG', 'image/webp': 'WebP' }

/** What becomes of a picture that a platform does not take as it is: always a JPEG. Undefined: it stays as it is. */
export function planImage(medium: MediumToPost, rules: FileRules): RenditionPlan | undefined {
  const changes = findChanges(medium, rules)
  if (changes.length === 0 || !rules.formats.allowed.includes('image/jpeg')) return undefined
  const { width, height } = medium
  const maxBytes = Math.min(rules.size?.max ?? Infinity, MEDIA_RULES.image.maxBytes)
  return {
    recipe: { kind: 'image', width, height, maxBytes },
    changes,
    result: {
      ...medium,
      mimeType: 'image/jpeg',
      size: Math.min(medium.size, maxBytes),
      facts: { color: { bit_depth: 8, hdr: false } },
    },
  }
}

function findChanges({ mimeType }: MediumToPost, { formats }: FileRules): RenditionChange[] {
  if (formats.allowed.includes(mimeType)) return []
  return [{ change: 'format', message: `${NAMES[mimeType] ?? 'The picture'} is converted to JPEG.` }]
}
