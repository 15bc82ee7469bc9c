import { join } from 'node:path'
import { createComposer } from '#image-models/built-in/composer.ts'
import type { Composer } from '#image-models/built-in/composer.ts'
import { ModelError } from '#models/port.ts'
import { limitParallel } from '#shared/limit-parallel.ts'
import { VIDEO_DIMENSIONS } from '@powerpost/contract'
import type { RenderedVideo, RenderingVideoModel, VideoBrief } from '../port.ts'
import { readInTime } from './read-in-time.ts'
import { renderScript } from './render-script.ts'
import { asksForScene, reviewBrief } from './review-brief.ts'
import { writeScript } from './write-script.ts'

const FRAME_RATE = 30

interface BuiltInVideoModelOptions {
  /** Frames a second: fewer are rendered sooner. @default 30 */
  readonly frameRate?: number
}

/** Videos rendered at the same time: each takes a core for seconds, and a few hundred MB. */
const PARALLEL = 2

/**
 * The video model that needs no key: it sets the caller's own words as a card, as the built-in image model does, and lets them come in
 * on a slowly moving ground, or over the caller's image. It films nothing and makes no sound.
 *
 * It is deterministic, and reads no clock and no network.
 */
export function createBuiltInVideoModel({
  frameRate = FRAME_RATE,
}: BuiltInVideoModelOptions = {}): RenderingVideoModel {
  const composer = createComposer()
  const inTurn = limitParallel(PARALLEL)
  return {
    name: 'built-in',
    builtIn: true,
    review: reviewBrief,
    render: (brief, options) => inTurn(() => render(composer, brief, { ...options, frameRate }), options.signal),
  }
}

interface RenderOptions {
  readonly directory: string
  readonly signal: AbortSignal
  readonly frameRate: number
}

async function render(
  composer: Composer,
  brief: VideoBrief,
  { directory, signal, frameRate }: RenderOptions,
): Promise<RenderedVideo> {
  signal.throwIfAborted()
  const { prompt, size, duration, source, brand, seed } = brief
  const text = readInTime(prompt, duration)
  // What asks for a scene is not to be read: the image moves without it.
  const card =
    source && asksForScene(prompt) ? undefined : await compose(composer, { ...brief, prompt: text.shown }, signal)
  if (!card && !source) {
    throw new ModelError('refused', 'There is nothing in the brief that a bundled font can draw')
  }
  const script = writeScript({
    card,
    ...VIDEO_DIMENSIONS[size],
    duration,
    logo: brand?.logo?.bytes,
    picture: source?.bytes,
    seed,
    frameRate,
  })
  const path = join(directory, 'video.mp4')
  await renderScript(script, { output: path, signal })
  return { path, warnings: card ? text.warnings : [] }
}

function compose(composer: Composer, { prompt, size, source, brand, seed }: VideoBrief, signal: AbortSignal) {
  const brief = { prompt, size, seed, index: 0, styleImages: [], ...(brand && { brand }) }
  return composer.compose(brief, signal, source !== undefined)
}
