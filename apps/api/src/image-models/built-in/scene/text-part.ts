import { shortenWords } from '../words/shorten-words.ts'
import type { Hex } from '../colour/hex.ts'
import { fitByForce, fitText } from '../type/fit-text.ts'
import type { FittedText, Room } from '../type/fit-text.ts'
import type { Voice } from '../type/fonts/families.ts'
import { visualLength } from '../type/graphemes.ts'
import type { TextStyle } from '../type/shape-line.ts'
import type { Scene } from './scene.ts'

/** A text of a layout. Sizes in units of the scene. */
export interface TextPart {
  readonly text: string
  readonly voice: Voice
  readonly weight: number
  /** @default 0 */
  readonly tracking?: number
  /** @default 1.3 */
  readonly leading?: number
  readonly maxSize: number
  readonly minSize: number
  readonly maxLines: number
  readonly fill: Hex
  readonly on: Hex
  /** Capitals, in scripts that have them. */
  readonly isCapitals?: boolean
}

/** A part at its size; its text may have been shortened at the end of a sentence or a phrase. */
export interface FittedPart {
  readonly part: TextPart
  readonly fitted: FittedText
}

/** Fits a part into a room. Undefined: there is no room for any of it. Pixels. */
export function fitPart(scene: Scene, part: TextPart, width: number, height: number): FittedPart | undefined {
  const text = part.isCapitals ? part.text.toLocaleUpperCase(localeOf(scene)) : part.text
  const style = styleOf(scene, part)
  const room: Room = {
    width,
    height,
    maxSize: part.maxSize * scene.unit,
    minSize: part.minSize * scene.unit,
    maxLines: part.maxLines,
    leading: part.leading ?? 1.3,
  }
  let candidate = text
  for (let allowed = visualLength(text); allowed > 8 && candidate !== ''; allowed = Math.floor(allowed * 0.82)) {
    candidate = shortenWords(candidate, allowed)
    const fitted = candidate === '' ? undefined : fitAsOne(candidate, style, room)
    if (fitted) return { part: { ...part, text: candidate }, fitted }
  }
  const forced = fitAsOne(text, style, room) ?? fitByForce(text.slice(0, 60), style, room)
  return forced && { part: { ...part, text }, fitted: forced }
}

/** Broken where one would pause; at hyphens only where that does not fit. */
function fitAsOne(text: string, style: TextStyle, room: Room): FittedText | undefined {
  return fitText(text, style, room) ?? fitText(text, style, room, 'loose')
}

function styleOf({ covers, words }: Scene, { voice, weight, tracking = 0 }: TextPart): TextStyle {
  return { cover: covers[voice], weight, tracking, language: words.language, direction: words.direction }
}

function localeOf({ words }: Scene): string {
  return words.language === 'und' ? 'en' : words.language
}
