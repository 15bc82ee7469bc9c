import type { MediaFacts, WriteOptions } from '#models/port.ts'
import type { Generator } from '@powerpost/contract'

/** Tracks which of the media the model was shown. `generator` says so, and says less rather than too much. */
export function trackShownMedia(media: readonly MediaFacts[]): {
  readonly onShown: WriteOptions['onShown'] & {}
  readonly shown: () => Generator['media']
} {
  const calls: (readonly number[])[] = []
  return {
    onShown: (places) => calls.push(places),
    shown() {
      const [first] = media
      if (!first) return undefined
      const wroteWithSight = calls.length > 0 && calls.every((places) => places.length > 0)
      if (!wroteWithSight) return 'facts'
      return first.kind === 'video' ? 'frames' : 'pictures'
    },
  }
}
