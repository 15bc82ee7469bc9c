import type { Card } from '#image-models/built-in/card.ts'
import type { Script, ScriptLine } from './motion/script.ts'

interface ScriptOptions {
  /** Absent: there are no words, only a picture. */
  readonly card: Card | undefined
  readonly width: number
  readonly height: number
  /** In seconds. */
  readonly duration: number
  readonly logo: Uint8Array | undefined
  /** A JPEG that the card is laid over. */
  readonly picture: Uint8Array | undefined
  readonly seed: number
  /** Frames a second. */
  readonly frameRate: number
}

/** How much nearer a card comes: seen, and never felt. A picture may come nearer: nobody has to read it. */
const CARD_ZOOM = 0.045
const PICTURE_ZOOM = 0.1

/** When the second text begins to come in, and the time between two lines. Seconds. */
const SECOND_AT = 0.35
const BETWEEN = 0.14
/** The lines that are there from the beginning settle one after the other. */
const BETWEEN_FIRST = 0.07
/** By when the last line begins to, as a share of the video: there must be time to read it. */
const LAST_AT = 0.2

/** What becomes of a card, of a picture, or of both when they move. */
export function writeScript({ card, width, height, duration, logo, picture, seed, frameRate }: ScriptOptions): Script {
  const zoom = picture ? PICTURE_ZOOM : CARD_ZOOM
  return {
    width,
    height,
    frameRate,
    frames: Math.round(duration * frameRate),
    ground: picture ? { kind: 'picture', bytes: toBase64(picture) } : drawingOf(card, logo),
    lines: card ? [...panelOf(card), ...linesOf(card, duration)] : [],
    zoom: seed % 2 === 0 ? zoom : -zoom,
  }
}

function drawingOf(card: Card | undefined, logo: Uint8Array | undefined): Script['ground'] {
  if (!card) throw new Error('There is neither a card nor a picture')
  const { width, height, ground, shapes } = card
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${shapes}</svg>`
  return { kind: 'drawing', svg, ...(logo && card.logo && { logo: { bytes: toBase64(logo), box: card.logo } }) }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** What the texts stand on comes in with the first of them. */
function panelOf({ panel, ground }: Card): ScriptLine[] {
  if (!panel) return []
  const { x, y, width, height } = panel
  const svg = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="18" fill="${ground}"/>`
  return [{ svg, box: panel, fill: ground, at: 0, isFirst: true }]
}

function linesOf({ texts }: Card, duration: number): ScriptLine[] {
  const first = texts.toSorted((a, b) => inkOf(b) - inkOf(a))[0]
  const later = texts.filter((text) => text !== first)
  const count = later.flatMap(({ lines }) => lines).length
  const between = Math.min(BETWEEN, (duration * LAST_AT) / Math.max(1, count - 1))
  const coming = later.flatMap(({ lines, fill }) => lines.map((line) => ({ ...line, fill })))
  return [
    ...(first?.lines ?? []).map((line, index) => ({
      ...line,
      fill: first?.fill ?? '',
      at: index * BETWEEN_FIRST,
      isFirst: true,
    })),
    ...coming.map((line, index) => ({ ...line, at: SECOND_AT + index * between, isFirst: false })),
  ]
}

/** How much there is to see of a text. */
function inkOf({ lines }: Card['texts'][number]): number {
  return lines.reduce((sum, { box }) => sum + box.width * box.height, 0)
}
