import type { Brief, Picture } from '#models/port.ts'
import type { Generator } from '@powerpost/contract'

type Look = (place: number) => Promise<readonly Picture[]>

/** Lets a model look at a brief's media, and remembers whether it saw anything: `generator` says so. */
export function watchSight(
  { media }: Brief,
  look: Look,
): { readonly look: Look; readonly seen: () => Generator['media'] } {
  let seen: Generator['media'] = media.length > 0 ? 'facts' : undefined
  return {
    async look(place) {
      const pictures = await look(place)
      if (pictures.length > 0) seen = media[place]?.kind === 'video' ? 'frames' : 'pictures'
      return pictures
    },
    seen: () => seen,
  }
}
