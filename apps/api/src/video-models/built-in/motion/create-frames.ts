import { arrive, clamp, glide } from './easing.ts'
import type { Layer, Moving } from './paint-layers.ts'
import { paintBase, paintLine, paintPicture, SCALE } from './paint-layers.ts'
import type { Picture, Plane, Track, Yuv } from './planes.ts'
import { createTrack, halve, layOn, resample } from './planes.ts'
import type { Script } from './script.ts'

/** Seconds that a line takes to arrive, and pixels of the frame that it comes up by, as a share of its shorter side. */
const ARRIVAL_SECONDS = 0.7
const RISE = 0.032
/** How much nearer a picture comes. */
const PICTURE_ZOOM = 0.09

/** One frame: Y, then U and V in half the lines and columns, 8 bits (`yuv420p`). The same buffer each time. */
export async function* createFrames(script: Script): AsyncGenerator<Uint8Array> {
  const { width, height, frames, frameRate } = script
  const base = await paintBase(script)
  const moving = script.picture && (await paintPicture(script.picture, script))
  let coming: Layer[] = []
  for (const line of script.lines) coming.push(await paintLine(script, line))
  const frame = new Uint8Array((width * height * 3) / 2)
  for (let index = 0; index < frames; index++) {
    const seconds = index / frameRate
    // What has arrived stands still from now on.
    for (const { mask, colour } of coming.filter((layer) => hasArrived(layer, seconds))) layOn(base, mask, colour)
    coming = coming.filter((layer) => !hasArrived(layer, seconds))
    const camera = createCamera(script, glide(index / Math.max(1, frames - 1)))
    showPicture(base, camera, frame)
    if (moving) showMoving(moving, glide(index / Math.max(1, frames - 1)), script, frame)
    for (const layer of coming) showLayer(layer, seconds, camera, frame)
    yield frame
  }
}

function hasArrived({ at }: Layer, seconds: number): boolean {
  return seconds >= at + ARRIVAL_SECONDS
}

/** How a frame looks at what was painted. */
interface Camera {
  readonly width: number
  readonly height: number
  /** Painted pixels for one of the frame. */
  readonly step: number
  /** The painted place of the frame's left and top edges. */
  readonly left: number
  readonly top: number
}

function createCamera({ width, height, zoom }: Script, progress: number): Camera {
  const nearness = zoom >= 0 ? zoom * progress : -zoom * (1 - progress)
  const step = SCALE / (1 + nearness)
  return { width, height, step, left: (width * (SCALE - step)) / 2, top: (height * (SCALE - step)) / 2 }
}

/** The three planes of a frame, with what divides their sides and where their bytes begin. */
function planesOf(frame: Uint8Array, width: number, height: number) {
  const luma = width * height
  return [
    { name: 'y', divisor: 1, bytes: frame, offset: 0, stride: width },
    { name: 'u', divisor: 2, bytes: frame, offset: luma, stride: width / 2 },
    { name: 'v', divisor: 2, bytes: frame, offset: luma + luma / 4, stride: width / 2 },
  ] as const
}

function showPicture(picture: Picture, { width, height, step, left, top }: Camera, frame: Uint8Array): void {
  const tracks = new Map<number, readonly [Track, Track]>()
  for (const { name, divisor, ...target } of planesOf(frame, width, height)) {
    const plane: Plane = picture[name]
    const [across, down] = tracks.get(divisor) ?? [
      createTrack(width / divisor, left / divisor, step, plane.width),
      createTrack(height / divisor, top / divisor, step, plane.height),
    ]
    tracks.set(divisor, [across, down])
    resample(plane, across, down, target)
  }
}

function showMoving({ picture, box }: Moving, progress: number, { width, height }: Script, frame: Uint8Array): void {
  const share = 1 / (1 + PICTURE_ZOOM * progress)
  for (const { name, divisor, bytes, offset, stride } of planesOf(frame, width, height)) {
    const plane: Plane = picture[name]
    const columns = box.width / divisor
    const rows = box.height / divisor
    const across = createTrack(columns, (plane.width * (1 - share)) / 2, (plane.width * share) / columns, plane.width)
    const down = createTrack(rows, (plane.height * (1 - share)) / 2, (plane.height * share) / rows, plane.height)
    const start = offset + (box.y / divisor) * stride + box.x / divisor
    resample(plane, across, down, { bytes, offset: start, stride })
  }
}

/** Lays a line that is coming in over a frame. */
function showLayer(layer: Layer, seconds: number, camera: Camera, frame: Uint8Array): void {
  const { width, height, step, left, top } = camera
  const progress = (seconds - layer.at) / ARRIVAL_SECONDS
  const opacity = layer.isFirst ? 1 : clamp(progress * 1.6)
  if (opacity <= 0) return
  const rise = (1 - arrive(progress)) * RISE * Math.min(width, height) * SCALE
  const { box, data } = layer.mask
  for (const { name, divisor, bytes, offset, stride } of planesOf(frame, width, height)) {
    const mask = divisor === 1 ? data : halve(layer.mask)
    blend({
      mask,
      maskWidth: box.width / divisor,
      maskHeight: box.height / divisor,
      left: (left - box.x) / divisor,
      top: (top - box.y - rise) / divisor,
      step,
      opacity,
      value: colourOf(layer.colour, name) / 256,
      width: width / divisor,
      height: height / divisor,
      bytes,
      offset,
      stride,
    })
  }
}

function colourOf([y, u, v]: Yuv, name: 'y' | 'u' | 'v'): number {
  return { y, u, v }[name]
}

interface Blend {
  readonly mask: Uint8Array
  readonly maskWidth: number
  readonly maskHeight: number
  /** Where the frame's left and top edges are, seen from the mask's, in its pixels. */
  readonly left: number
  readonly top: number
  readonly step: number
  readonly opacity: number
  readonly value: number
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly offset: number
  readonly stride: number
}

function blend({ mask, maskWidth, maskHeight, left, top, step, opacity, value, ...target }: Blend): void {
  const { width, height, bytes, offset, stride } = target
  // The pixels of the frame over which the mask lies, and one more at each side.
  const firstRow = Math.max(0, Math.floor(-top / step) - 1)
  const lastRow = Math.min(height - 1, Math.ceil((maskHeight - top) / step) + 1)
  const firstColumn = Math.max(0, Math.floor(-left / step) - 1)
  const lastColumn = Math.min(width - 1, Math.ceil((maskWidth - left) / step) + 1)
  const read = (row: number, column: number) =>
    row < 0 || column < 0 || row >= maskHeight || column >= maskWidth ? 0 : (mask[row * maskWidth + column] ?? 0)
  for (let row = firstRow; row <= lastRow; row++) {
    const down = top + (row + 0.5) * step - 0.5
    const upper = Math.floor(down)
    const below = down - upper
    for (let column = firstColumn; column <= lastColumn; column++) {
      const across = left + (column + 0.5) * step - 0.5
      const first = Math.floor(across)
      const right = across - first
      const a = read(upper, first) * (1 - right) + read(upper, first + 1) * right
      const b = read(upper + 1, first) * (1 - right) + read(upper + 1, first + 1) * right
      const alpha = ((a * (1 - below) + b * below) * opacity) / 255
      if (alpha <= 0) continue
      const place = offset + row * stride + column
      const old = bytes[place] ?? 0
      bytes[place] = Math.round(old + (value - old) * alpha)
    }
  }
}
