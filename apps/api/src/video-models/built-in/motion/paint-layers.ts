import sharp from 'sharp'
import { fromRgb } from './from-rgb.ts'
import type { Mask, Picture, Yuv } from './planes.ts'
import { toYuv } from './planes.ts'
import type { Box, Script, ScriptLine } from './script.ts'

/** Everything is painted at twice the size of the frames: what moves by less than a pixel stays sharp, and does not shimmer. */
export const SCALE = 2

/** Pixels of an SVG for each of its units, as sharp counts them. */
const DENSITY = 72 * SCALE

/** A line that comes in: its shape, its colour and when. */
export interface Layer {
  readonly mask: Mask
  readonly colour: Yuv
  readonly at: number
  readonly isFirst: boolean
}

/** What the lines come in on. */
export async function paintGround({ width, height, ground }: Script): Promise<Picture> {
  const size = { width: width * SCALE, height: height * SCALE }
  const painted = ground.kind === 'drawing' ? await paintDrawing(ground, size) : paintPicture(ground.bytes, size)
  const rgb = await painted.toColourspace('srgb').removeAlpha().raw().toBuffer()
  return fromRgb(rgb, size.width, size.height)
}

interface Size {
  readonly width: number
  readonly height: number
}

async function paintDrawing({ svg, logo }: Extract<Script['ground'], { kind: 'drawing' }>, { width, height }: Size) {
  const painted = sharp(Buffer.from(svg), { density: DENSITY, limitInputPixels: 2 * width * height })
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#000000' })
  if (!logo) return painted
  const box = scaled(logo.box)
  const input = await sharp(Buffer.from(logo.bytes, 'base64'))
    .resize(Math.max(1, box.width), Math.max(1, box.height), { fit: 'fill' })
    .png()
    .toBuffer()
  return painted.composite([{ input, left: box.x, top: box.y }])
}

function paintPicture(bytes: string, { width, height }: Size) {
  return sharp(Buffer.from(bytes, 'base64')).resize(width, height, { fit: 'cover' }).flatten({ background: '#ffffff' })
}

/** A line by itself, cut out of the frame. */
export async function paintLine({ width, height }: Script, line: ScriptLine): Promise<Layer> {
  const box = evenBox(line.box, { width, height })
  const view = `${box.x} ${box.y} ${box.width} ${box.height}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" viewBox="${view}">${line.svg}</svg>`
  const alpha = await sharp(Buffer.from(svg), { density: DENSITY })
    .resize(box.width * SCALE, box.height * SCALE, { fit: 'fill' })
    .ensureAlpha()
    .extractChannel(3)
    .raw()
    .toBuffer()
  const place = scaled(box)
  return {
    mask: { box: place, data: new Uint8Array(alpha) },
    colour: yuvOf(line.fill),
    at: line.at,
    isFirst: line.isFirst,
  }
}

/** More of a picture than is ever seen at once, so that it can be moved. */
function yuvOf(hex: string): Yuv {
  const value = Number.parseInt(hex.slice(1), 16)
  return toYuv((value >> 16) & 255, (value >> 8) & 255, value & 255)
}

/** Pixels around a line for the smoothed edges of its letters. */
const BLEED = 5

/** A box of even sides and places around another, within the frame. */
function evenBox({ x, y, width, height }: Box, frame: Size): Box {
  const left = Math.max(0, even(x - BLEED))
  const top = Math.max(0, even(y - BLEED))
  const right = Math.min(frame.width, even(x + width + BLEED))
  const bottom = Math.min(frame.height, even(y + height + BLEED))
  return { x: left, y: top, width: Math.max(2, right - left), height: Math.max(2, bottom - top) }
}

/** The nearest even number. */
function even(value: number): number {
  return Math.round(value / 2) * 2
}

function scaled({ x, y, width, height }: Box): Box {
  return {
    x: Math.round(x * SCALE),
    y: Math.round(y * SCALE),
    width: Math.round(width * SCALE),
    height: Math.round(height * SCALE),
  }
}
