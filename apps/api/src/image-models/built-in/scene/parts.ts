import type { Hex } from '../colour/hex.ts'
import { visualLength } from '../type/graphemes.ts'
import type { Scene } from './scene.ts'
import type { StackPart } from './stack.ts'

/** On what a text stands, and in what colour. */
export interface Colours {
  readonly fill: Hex
  readonly on: Hex
}

/** What most layouts set on the ground, one below the other. */
export function usualParts(scene: Scene): (StackPart | undefined)[] {
  const { ground: on, ink, accentInk } = scene.palette
  return [kicker(scene, { fill: accentInk, on }), headline(scene, { fill: ink, on }), detail(scene, { fill: ink, on })]
}

/** The loudest text of a card. */
export function headline({ words }: Scene, colours: Colours, change: Partial<StackPart> = {}): StackPart {
  // Where no great mark says that it is a quotation, its own marks do.
  const text = words.isQuote ? `“${words.headline}”` : words.headline
  const { maxSize = 17, ...others } = change
  return {
    text,
    ...voiceFor(text),
    leading: 1.02,
    maxSize: others.text === undefined ? maxSize * growth(text) : maxSize,
    minSize: 3.6,
    maxLines: 8,
    gap: 4,
    ...colours,
    ...others,
  }
}

/** A word or two may be as large as they like. */
function growth(text: string): number {
  const length = visualLength(text)
  return length <= 8 ? 2.2 : length <= 16 ? 1.6 : length <= 28 ? 1.25 : 1
}

/** A few words above the headline: the caller's own label. */
export function kicker(
  { words, isWide, isTall }: Scene,
  colours: Colours,
  change: Partial<StackPart> = {},
): StackPart | undefined {
  const text = words.kicker
  if (text === undefined) return undefined
  return {
    text,
    voice: 'sans',
    weight: 700,
    tracking: 0,
    leading: 1.2,
    maxSize: isWide || isTall ? 5.4 : 4.8,
    minSize: 2.8,
    maxLines: 2,
    gap: 3,
    share: 0.2,
    ...colours,
    ...change,
  }
}

/** A sentence or two below the headline; the name below a quotation. */
export function detail(scene: Scene, colours: Colours, change: Partial<StackPart> = {}): StackPart | undefined {
  const { words, isWide, isTall } = scene
  const text = change.text ?? words.attribution ?? words.detail
  if (text === undefined) return undefined
  return {
    text,
    voice: 'sans',
    weight: 450,
    tracking: -0.005,
    leading: 1.32,
    // Cards that are far from square are shown smaller.
    maxSize: sizeOfDetail(text) * (isWide || isTall ? 1.12 : 1),
    minSize: 2.7,
    maxLines: 7,
    gap: 5.2,
    share: 0.36,
    ...colours,
    ...change,
  }
}

/** A few words are read from afar, a paragraph from near. */
function sizeOfDetail(text: string): number {
  const length = visualLength(text)
  return length <= 36 ? 6.2 : length <= 70 ? 5.5 : length <= 120 ? 4.8 : 4.2
}

// A compound of thirty letters would make all of a headline small.
const LONG_WORD = 15

function voiceFor(text: string): Pick<StackPart, 'voice' | 'weight' | 'tracking'> {
  const longest = Math.max(...text.split(/\s+/u).map((word) => word.length))
  const isLatin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Greek}]+$/u.test(
    text,
  )
  return isLatin && longest > LONG_WORD
    ? { voice: 'condensed', weight: 800, tracking: -0.005 }
    : { voice: 'sans', weight: 800, tracking: -0.028 }
}
