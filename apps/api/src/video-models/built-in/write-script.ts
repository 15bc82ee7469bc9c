import type { Card } from '#image-models/built-in/card.ts'
import type { Script, ScriptLine } from './motion/script.ts'

const FRAME_RATE = 30

interface ScriptOptions {
  readonly card: Card
  /** In seconds. */
  readonly duration: number
  readonly logo: Uint8Array | undefined
  readonly seed: number
}

/** How much nearer everything comes: seen, and never felt. */
const ZOOM = 0.045

/** Seconds between two lines that come in, and by when the last one begins to: as a share of the video, so that there is time to read it. */
const BETWEEN = 0.14
const LAST_AT = 0.22

/** What becomes of a card when it moves. */
export function writeScript({ card, duration, logo, seed }: ScriptOptions): Script {
  const { width, height, ground, shapes } = card
  return {
    width,
    height,
    frameRate: FRAME_RATE,
    frames: Math.round(duration * FRAME_RATE),
    base: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${shapes}</svg>`,
    ...(logo && card.logo && { logo: { bytes: Buffer.from(logo).toString('base64'), box: card.logo } }),
    lines: linesOf(card, duration),
    zoom: seed % 2 === 0 ? ZOOM : -ZOOM,
  }
}

function linesOf({ texts }: Card, duration: number): ScriptLine[] {
  const first = texts.toSorted((a, b) => heightOfLine(b) - heightOfLine(a))[0]
  const later = texts.filter((text) => text !== first)
  const ordered = first ? [first, ...later] : later
  const lines = ordered.flatMap((text) =>
    text.lines.map((line) => ({ ...line, fill: text.fill, isFirst: text === first })),
  )
  const between = Math.min(BETWEEN, (duration * LAST_AT) / Math.max(1, lines.length - 1))
  return lines.map((line, index) => ({ ...line, at: line.isFirst ? 0 : index * between }))
}

function heightOfLine({ lines }: Card['texts'][number]): number {
  return Math.max(...lines.map(({ box }) => box.height))
}
