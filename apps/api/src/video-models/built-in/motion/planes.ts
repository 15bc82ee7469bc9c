import type { Box } from './script.ts'

/** Brightness or colour of a picture, row by row, in 256ths of an 8-bit step: what moves slowly needs more than 8 bits. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Uint16Array
}

/** A picture as a video keeps it: colour in half the lines and columns. */
export interface Picture {
  readonly y: Plane
  readonly u: Plane
  readonly v: Plane
}

/** Y, U and V in 256ths, ITU-R BT.709 in the range of television. */
export interface Yuv {
  readonly y: number
  readonly u: number
  readonly v: number
}

export function toYuv(red: number, green: number, blue: number): Yuv {
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return {
    y: 256 * (16 + (219 / 255) * luma),
    u: 256 * (128 + (224 / 255) * ((blue - luma) / 1.8556)),
    v: 256 * (128 + (224 / 255) * ((red - luma) / 1.5748)),
  }
}

export function createPlane(width: number, height: number): Plane {
  return { width, height, data: new Uint16Array(width * height) }
}

/** Where each pixel of one side is read: the first of two neighbours, and the weight of the second in 256ths. */
export interface Track {
  readonly first: Int32Array
  readonly weight: Int32Array
}

/**
 * Where the pixels of a side are read that is shown as a part of another.
 *
 * @param from of the first pixel's left edge, in pixels of what is read
 * @param step from one pixel to the next
 * @param limit how long the side is that is read
 */
export function createTrack(length: number, from: number, step: number, limit: number): Track {
  const first = new Int32Array(length)
  const weight = new Int32Array(length)
  for (let index = 0; index < length; index++) {
    const place = Math.min(limit - 1, Math.max(0, from + (index + 0.5) * step - 0.5))
    const whole = Math.min(limit - 2, Math.floor(place))
    first[index] = whole
    weight[index] = Math.round((place - whole) * 256)
  }
  return { first, weight }
}

/** A pattern that breaks up steps between shades where there would be bands. */
const BAYER = Uint8Array.from(
  [
    0, 32, 8, 40, 2, 34, 10, 42, 48, 16, 56, 24, 50, 18, 58, 26, 12, 44, 4, 36, 14, 46, 6, 38, 60, 28, 52, 20, 62, 30,
    54, 22, 3, 35, 11, 43, 1, 33, 9, 41, 51, 19, 59, 27, 49, 17, 57, 25, 15, 47, 7, 39, 13, 45, 5, 37, 63, 31, 55, 23,
    61, 29, 53, 21,
  ],
  (value) => value * 4 + 2,
)

interface Target {
  readonly bytes: Uint8Array
  /** Of the first byte, and from one row to the next. */
  readonly offset: number
  readonly stride: number
}

/** Reads a plane along two tracks, between its pixels, and writes it as bytes. */
export function resample(plane: Plane, across: Track, down: Track, { bytes, offset, stride }: Target): void {
  const { data, width } = plane
  const columns = across.first.length
  for (let row = 0; row < down.first.length; row++) {
    const upper = (down.first[row] ?? 0) * width
    const lower = upper + width
    const below = down.weight[row] ?? 0
    const above = 256 - below
    const pattern = (row & 7) << 3
    const target = offset + row * stride
    for (let column = 0; column < columns; column++) {
      const left = across.first[column] as number
      const right = across.weight[column] as number
      const a = (data[upper + left] as number) * (256 - right) + (data[upper + left + 1] as number) * right
      const b = (data[lower + left] as number) * (256 - right) + (data[lower + left + 1] as number) * right
      const value = ((a >> 8) * above + (b >> 8) * below) >> 8
      bytes[target + column] = (value + (BAYER[pattern + (column & 7)] as number)) >> 8
    }
  }
}

/** How much of a colour is where: 0 none, 255 nothing else. */
export interface Mask {
  /** Where it stands, in pixels of the picture that it is laid on; both sides and places even. */
  readonly box: Box
  readonly data: Uint8Array
  /** The same in half the size, for the planes of colour, once it was needed. */
  half?: Uint8Array
}

/** Lays a colour on a picture where a mask says so, for good. */
export function layOn(picture: Picture, { box, data }: Mask, { y, u, v }: Yuv): void {
  const { x, y: top, width, height } = box
  for (let row = 0; row < height; row++) {
    const start = (top + row) * picture.y.width + x
    for (let column = 0; column < width; column++) {
      const alpha = data[row * width + column] ?? 0
      if (alpha === 0) continue
      const old = picture.y.data[start + column] ?? 0
      picture.y.data[start + column] = old + ((y - old) * alpha) / 255
    }
  }
  const half = halve({ box, data })
  for (let row = 0; row < height / 2; row++) {
    const start = (top / 2 + row) * picture.u.width + x / 2
    for (let column = 0; column < width / 2; column++) {
      const alpha = half[(row * width) / 2 + column] ?? 0
      if (alpha === 0) continue
      for (const [plane, value] of [
        [picture.u, u],
        [picture.v, v],
      ] as const) {
        const old = plane.data[start + column] ?? 0
        plane.data[start + column] = old + ((value - old) * alpha) / 255
      }
    }
  }
}

/** A mask of half the size, for the planes of colour. */
export function halve({ box: { width, height }, data }: Mask): Uint8Array {
  const half = new Uint8Array((width / 2) * (height / 2))
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      const at = row * width + column
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0)
      half[(row / 2) * (width / 2) + column / 2] = (sum + 2) >> 2
    }
  }
  return half
}
