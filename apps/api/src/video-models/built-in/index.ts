import { join } from 'node:path'
import { createComposer } from '#image-models/built-in/composer.ts'
import type { Composer } from '#image-models/built-in/composer.ts'
import { ModelError } from '#models/port.ts'
import { limitParallel } from '#shared/limit-parallel.ts'
import type { RenderingVideoModel, VideoBrief } from '../port.ts'
import { renderScript } from './render-script.ts'
import { reviewBrief } from './review-brief.ts'
import { writeScript } from './write-script.ts'

/** Videos rendered at the same time: each takes a core for seconds, and a few hundred MB. */
const PARALLEL = 2

/**
 * The video model that needs no key: it sets the caller's own words as a card, as the built-in image model does, and lets them come in
 * on a slowly moving ground. It films nothing and makes no sound.
 *
 * It is deterministic, and reads no clock and no network.
 */
export function createBuiltInVideoModel(): RenderingVideoModel {
  const composer = createComposer()
  const inTurn = limitParallel(PARALLEL)
  return {
    name: 'built-in',
    builtIn: true,
    review: reviewBrief,
    render: (brief, options) => inTurn(() => render(composer, brief, options), options.signal),
  }
}

async function render(
  composer: Composer,
  brief: VideoBrief,
  { directory, signal }: { readonly directory: string; readonly signal: AbortSignal },
): Promise<string> {
  signal.throwIfAborted()
  const { prompt, size, duration, brand, seed } = brief
  const card = await composer.compose(
    { prompt, size, seed, index: 0, styleImages: [], ...(brand && { brand }) },
    signal,
  )
  if (!card) throw new ModelError('refused', 'There is nothing in the brief that a bundled font can draw')
  const script = writeScript({ card, duration, logo: brand?.logo?.bytes, seed })
  const output = join(directory, 'video.mp4')
  await renderScript(script, { output, signal })
  return output
}
