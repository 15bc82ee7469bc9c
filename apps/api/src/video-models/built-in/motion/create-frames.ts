import { glide } from './easing.ts'
import type { Camera } from './planes-of-frame.ts'
import { planesOf } from './planes-of-frame.ts'
import type { Layer } from './paint-layers.ts'
import { paintGround, paintLine, SCALE } from './paint-layers.ts'
import type { Picture, Track } from './planes.ts'
import { createTrack, layOn, resample } from './planes.ts'
import type { Script } from './script.ts'
import { hasArrived, showLayer } from './show-layer.ts'

/** One frame: Y, then U and V in half the lines and columns, 8 bits (`yuv420p`). The same buffer each time. */
export async function* createFrames(script: Script): AsyncGenerator<Uint8Array> {
  const { width, height, frames, frameRate, ground } = script
  const painted = await paintGround(script)
  let coming: Layer[] = []
  for (const line of script.lines) coming.push(await paintLine(script, line))
  const frame = new Uint8Array((width * height * 3) / 2)
  for (let index = 0; index < frames; index++) {
    const seconds = index / frameRate
    const camera = createCamera(script, glide(index / Math.max(1, frames - 1)))
    if (ground.kind === 'drawing') {
      // What has arrived is part of the ground from now on.
      for (const { mask, colour } of coming.filter((layer) => hasArrived(layer, seconds))) layOn(painted, mask, colour)
      coming = coming.filter((layer) => !hasArrived(layer, seconds))
    }
    showGround(painted, camera, frame)
    // What stands on a picture stands still while the picture moves.
    const view = ground.kind === 'drawing' ? camera : stillCamera(script)
    for (const layer of coming) showLayer(layer, seconds, view, frame)
    yield frame
  }
}

function createCamera({ width, height, zoom }: Script, progress: number): Camera {
  const nearness = zoom >= 0 ? zoom * progress : -zoom * (1 - progress)
  const step = SCALE / (1 + nearness)
  return { width, height, step, left: (width * (SCALE - step)) / 2, top: (height * (SCALE - step)) / 2 }
}

function stillCamera({ width, height }: Script): Camera {
  return { width, height, step: SCALE, left: 0, top: 0 }
}

function showGround(picture: Picture, { width, height, step, left, top }: Camera, frame: Uint8Array): void {
  const tracks = new Map<number, readonly [Track, Track]>()
  for (const { name, divisor, ...target } of planesOf(frame, { width, height })) {
    const plane = picture[name]
    const [across, down] = tracks.get(divisor) ?? [
      createTrack(width / divisor, left / divisor, step, plane.width),
      createTrack(height / divisor, top / divisor, step, plane.height),
    ]
    tracks.set(divisor, [across, down])
    resample(plane, across, down, target)
  }
}
