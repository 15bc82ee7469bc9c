import type { Platform } from '@powerpost/contract'
import type { MediaFacts } from '../../port.ts'
import type { Reading } from '../analysis/read-brief.ts'
import type { MediaScene } from '../stock-phrases/english-media.ts'
import { ENGLISH_MEDIA, ENGLISH_MEDIA_LINES } from '../stock-phrases/english-media.ts'
import { fillSlots } from '../stock-phrases/fill-slots.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'
import { pick } from '#reading/text/pick.ts'
import { clockTime, coloursOf, durationText, shapeOf } from './media-facts.ts'

/** The first line of a caption that has no prompt to go by. Nothing is said of what the media show. */
export function mediaOpening(reading: Reading, platform: Platform): string | undefined {
  const { media, fileTitle, language, cta } = reading
  const first = media[0]
  if (!first) return undefined
  if (language === 'en') {
    const phrase = pick(ENGLISH_MEDIA[sceneOf(reading)][platform], reading.seed)
    return phrase && capitalizeFirst(fillSlots(phrase, slotsOf(reading)))
  }
  if (fileTitle) return fileTitle
  // A call to action in a language of its own says enough; where a title must stand, a time or a count is no word.
  return cta === undefined || platform === 'youtube' ? wordless(first, media.length) : undefined
}

function sceneOf({ media, fileTitle }: Reading): MediaScene {
  const isColoured = coloursOf(media) !== ''
  if (media[0]?.kind === 'video') return fileTitle ? 'namedVideo' : 'video'
  if (media.length > 1) return fileTitle ? 'namedPictures' : isColoured ? 'pictures' : 'plainPictures'
  if (fileTitle) return isColoured ? 'namedPicture' : 'namedPlainPicture'
  return isColoured ? 'picture' : 'plainPicture'
}

function wordless(first: MediaFacts, count: number): string {
  return first.kind === 'video' ? `▶ ${clockTime(first.durationSeconds)}` : `📷 × ${count}`
}

/** The facts in a sentence of their own, for where there is room: English only. */
export function mediaDetails(reading: Reading): string | undefined {
  const { media, language } = reading
  const first = media[0]
  if (!first || language !== 'en') return undefined
  const lines = ENGLISH_MEDIA_LINES
  const isColoured = coloursOf(media) !== ''
  const say = (phrase: string) => fillSlots(phrase, slotsOf(reading))
  if (first.kind === 'video') return say(lines.duration)
  if (media.length > 1) return say(isColoured ? lines.manyPictures : lines.manyPlainPictures)
  return say(isColoured ? lines.onePicture : lines.onePlainPicture)
}

/** `In deep blue and white.`, where that is known and there is no prompt to speak for the pictures. */
export function colourLine(reading: Reading): string | undefined {
  const isDescribed = reading.language === 'en' && reading.units.length === 0 && coloursOf(reading.media) !== ''
  return isDescribed ? fillSlots(ENGLISH_MEDIA_LINES.colours, slotsOf(reading)) : undefined
}

/** `Swipe through all 5.`, where there are several pictures. */
export function swipeLine(reading: Reading): string | undefined {
  const isSeveral = reading.media.length > 1 && reading.language === 'en' && reading.kind !== 'sad'
  return isSeveral ? fillSlots(ENGLISH_MEDIA_LINES.swipe, slotsOf(reading)) : undefined
}

function slotsOf({ media, fileTitle }: Reading): Record<string, string> {
  const first = media[0]
  const count = String(media.length)
  return {
    count,
    all: media.length === 2 ? ENGLISH_MEDIA_LINES.both : fillSlots(ENGLISH_MEDIA_LINES.all, { count }),
    colours: coloursOf(media),
    duration: first?.kind === 'video' ? durationText(first.durationSeconds) : '',
    shape: first ? ENGLISH_MEDIA_LINES.shapes[shapeOf(first)] : '',
    name: fileTitle ?? '',
  }
}
