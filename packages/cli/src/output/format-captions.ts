import type { Captions } from '@powerpost/client'
import { styleText } from 'node:util'
import { printable } from './printable.ts'

/** Captions below the names of their platforms. */
export function formatCaptions(captions: Captions): string {
  return Object.entries(captions)
    .map(([platform, caption]) => {
      const title = styleText('bold', platform, { stream: process.stdout })
      const text = typeof caption === 'string' ? caption : `${caption.title}\n\n${caption.description}`
      return `${title}\n${printable(text)}\n`
    })
    .join('\n')
    .trimEnd()
}
