import type { MediaFacts, WriteOptions } from '#models/port.ts'
import type { Generator } from '@powerpost/contract'

/** Remembers what of the media was shown to whoever wrote: `generator` says so, and says less rather than too much. */
export function watchSight(media: readonly MediaFacts[]): {
  readonly onShown: WriteOptions['onShown'] & {}
  readonly seen: () => Generator['media']
} {
  const shown: (readonly number[])[] = []
  return {
    onShown: (places) => shown.push(places),
    seen() {
      const [first] = media
      if (!first) return undefined
      const wroteWithSight = shown.length > 0 && shown.every((places) => places.length > 0)
      if (!wroteWithSight) return 'facts'
      return first.kind === 'video' ? 'frames' : 'pictures'
    },
  }
}
